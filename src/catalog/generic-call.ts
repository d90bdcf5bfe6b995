import type { GenericCall } from './catalogue'
import { kebabCase } from './define-service'
import { passRoleOperations } from './operations'
import type { CatalogService, PassSite, ServiceCall } from './pass-site'

/** An operation of AWS's list, and what it may send as `iam:PassedToService`. */
export interface PassRoleOperation {
  readonly action: string
  readonly passedToServices: readonly string[]
}

/** `Create,UpdateFlow` is CreateFlow and UpdateFlow. */
function spelledOut(names: string): string[] {
  const [last = '', ...verbs] = names.split(',').reverse()
  const noun = last.replace(/^[A-Z][a-z]+/, '')
  return [...verbs.reverse().map((verb) => verb + noun), last]
}

function operationsOf([service, groups]: readonly [string, string]): PassRoleOperation[] {
  return groups.split('; ').flatMap((group) => {
    const [names = '', values] = group.split(/ >(?: |$)/)
    const services = values === undefined ? [service] : values.split(' ').filter((value) => value !== '')
    return names
      .split(' ')
      .flatMap(spelledOut)
      .map((name) => ({
        action: `${service}:${name}`,
        passedToServices: services.map((value) => `${value}.amazonaws.com`),
      }))
  })
}

/** Every operation that AWS lists as checking `iam:PassRole`: known by name only. */
export const listPassRoleOperations = (): readonly PassRoleOperation[] => Object.entries(passRoleOperations).flatMap(operationsOf)

const serviceReference = 'https://docs.aws.amazon.com/service-authorization/latest/reference/service-reference.html'

/** A role anywhere in the request; nothing but what may be sent as `iam:PassedToService` is known of it. */
function genericSite(service: string, passedToServices: readonly string[]): PassSite {
  const [passedToService, ...otherPassedToServices] = passedToServices
  return {
    id: `generic-${service}`,
    paths: [],
    resolvedPaths: [],
    kind: 'any-role-arn',
    use: 'workload',
    servicePrincipal: passedToService ?? `${service}.amazonaws.com`,
    otherPrincipals: [...otherPassedToServices, `${service}.amazonaws.com`],
    assumer: { kind: 'service', actions: ['sts:AssumeRole'] },
    passedToService,
    otherPassedToServices,
    associatedResourceArn: undefined,
    assumed: 'later',
    timing: 'not-known',
    triedAtCall: undefined,
    sentKeys: [],
    sessionName: 'session',
    trustFailure: { code: '', message: '', confidence: 'unsure', place: 'not-known' },
    confidence: {
      roleParameter: 'unsure',
      trustPrincipal: 'unsure',
      passedToService: passedToService === undefined ? 'unsure' : 'documented',
      associatedResourceArn: 'unsure',
      sessionName: 'unsure',
      assumed: 'unsure',
    },
    docs: { passRole: serviceReference },
  }
}

function serviceCall(action: string, passedToServices: readonly string[]): ServiceCall {
  const [service = '', operation = ''] = action.split(':')
  return {
    action,
    operation,
    cliCommand: `${service} ${kebabCase(operation)}`,
    serviceId: service,
    passSites: [genericSite(service, passedToServices)],
    resource: undefined,
    accessDenied: { code: 'AccessDeniedException', wrap: 'plain', confidence: 'unsure' },
    returns: '',
    returnsLabel: operation,
    exampleParameters: {},
  }
}

/**
 * A call that no service file has, run on what is common to all: the call's own check, `iam:PassRole` for every role ARN in the
 * request, and the trust policy of each. Undefined when the text is not shaped like `service:Action`.
 */
export const genericCall: GenericCall = (action, services) => {
  if (!/^[a-z0-9-]+:[a-z][a-z0-9]*$/i.test(action)) return undefined
  const listed = Object.entries(passRoleOperations)
    .filter(([service]) => service === action.toLowerCase().split(':')[0])
    .flatMap(operationsOf)
    .find((operation) => operation.action.toLowerCase() === action.toLowerCase())
  const [id = ''] = action.toLowerCase().split(':')
  const known = services.find((service) => service.id === id)
  const service: CatalogService = {
    id,
    name: known?.name ?? id,
    shortName: known?.shortName ?? id,
    workload: 'workload',
    calls: [],
  }
  return {
    service,
    call: serviceCall(listed?.action ?? action, listed?.passedToServices ?? []),
    known: listed ? 'by-name' : 'not',
  }
}
