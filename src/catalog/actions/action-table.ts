/** What an action does, in AWS's five levels. */
export type AccessLevel = 'list' | 'read' | 'write' | 'tagging' | 'permissions'

export interface ResourceTypeFacts {
  readonly name: string
  /** With AWS's placeholders: `arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}`. */
  readonly arn: string
}

export interface ConditionKeyFacts {
  /** May end in a placeholder: `aws:RequestTag/${TagKey}`. */
  readonly name: string
  /** AWS's word: `String`, `ARN`, `Bool`, `ArrayOfString` … */
  readonly type: string
}

export interface ActionFacts {
  /** With the prefix, `iam:PassRole`. */
  readonly name: string
  readonly accessLevel: AccessLevel
  /** Empty: the action takes `*` only. */
  readonly resourceTypes: readonly ResourceTypeFacts[]
  /** The keys of the action and of its resource types; global keys are not listed for each action. */
  readonly conditionKeys: readonly ConditionKeyFacts[]
}

/** A service as its page in the service authorization reference lists it. */
export interface ServiceFacts {
  readonly prefix: string
  readonly name: string
  /** By name in lower case, without the prefix. */
  readonly actions: ReadonlyMap<string, ActionFacts>
  readonly conditionKeys: readonly ConditionKeyFacts[]
}

/**
 * One service as the build packs it (`scripts/action-data.mjs`): keys as `name` or `name Type`; resource types as name, ARN and positions
 * of keys; actions as level letter and name, positions of resource types, positions of keys.
 */
export type PackedService = readonly [
  keys: readonly string[],
  resourceTypes: readonly (readonly [name: string, arn: string, keys: readonly number[]])[],
  actions: readonly (readonly [name: string, resourceTypes: readonly number[], keys: readonly number[]])[],
]

const levels: Readonly<Record<string, AccessLevel>> = { L: 'list', R: 'read', W: 'write', T: 'tagging', P: 'permissions' }

const at = <T>(list: readonly T[], positions: readonly number[]): T[] => list.filter((_, position) => positions.includes(position))

/** Unpacks one service. */
export function unpackService(prefix: string, name: string, [keys, types, actions]: PackedService): ServiceFacts {
  const conditionKeys = keys.map((key): ConditionKeyFacts => {
    const [keyName = key, type = 'String'] = key.split(' ')
    return { name: keyName, type }
  })
  const rows = actions.map(([packed, typesAt, keysAt]): [string, ActionFacts] => {
    const used = at(types, typesAt)
    const positions = [...new Set([...keysAt, ...used.flatMap((type) => type[2])])]
    const facts: ActionFacts = {
      name: `${prefix}:${packed.slice(1)}`,
      accessLevel: levels[packed.charAt(0)] ?? 'write',
      resourceTypes: used.map(([typeName, arn]) => ({ name: typeName, arn })),
      conditionKeys: at(conditionKeys, positions),
    }
    return [packed.slice(1).toLowerCase(), facts]
  })
  return { prefix, name, actions: new Map(rows), conditionKeys }
}

/** What is known of AWS's services at this moment: all their names, and the actions of those that have been fetched. */
export interface ActionTable {
  /** Every service prefix with the service's name; empty until the list is here. */
  readonly names: Readonly<Record<string, string>>
  /** Undefined: not fetched, or no such service. */
  service(prefix: string): ServiceFacts | undefined
  /** The action of a full name, whatever its case. */
  find(action: string): ActionFacts | undefined
}

/** Makes a table of what has been fetched. */
export function createActionTable(names: Readonly<Record<string, string>>, services: readonly ServiceFacts[]): ActionTable {
  const byPrefix = new Map(services.map((service) => [service.prefix, service]))
  const service = (prefix: string) => byPrefix.get(prefix.toLowerCase())
  return {
    names,
    service,
    find: (action) => {
      const colon = action.indexOf(':')
      return service(action.slice(0, colon))?.actions.get(action.slice(colon + 1).toLowerCase())
    },
  }
}
