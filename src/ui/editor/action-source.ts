import { type ActionTable, createActionTable, type ServiceFacts, unpackService } from '../../catalog'

let names: Readonly<Record<string, string>> = {}
const services = new Map<string, ServiceFacts>()
const loading = new Map<string, Promise<void>>()
let table: ActionTable = createActionTable({}, [])

/** What has been fetched so far of AWS's actions. Another value whenever more has arrived. */
export const actionsNow = (): ActionTable => table

async function fetchOne(prefix: string): Promise<void> {
  const list = await import('virtual:actions')
  names = list.names
  const name = Object.hasOwn(names, prefix) ? names[prefix] : undefined
  if (name === undefined) return
  services.set(prefix, unpackService(prefix, name, await list.load(prefix)))
}

/** Fetches the services of some prefixes, each once; an unknown prefix, such as the empty one, fetches only the list of all. Out of reach: what is here stays as it is. */
export async function fetchActions(prefixes: readonly string[]): Promise<ActionTable> {
  const wanted = [...new Set(prefixes.map((prefix) => prefix.toLowerCase()))]
  const fresh = wanted.filter((prefix) => !loading.has(prefix))
  for (const prefix of fresh) {
    const fetched = fetchOne(prefix).catch(() => {
      // Not reachable now: nothing is said of this service, and the next question tries again.
      loading.delete(prefix)
    })
    loading.set(prefix, fetched)
  }
  await Promise.all(wanted.map((prefix) => loading.get(prefix)))
  if (fresh.length > 0) table = createActionTable(names, [...services.values()])
  return table
}
