import type { PolicyType } from '../terms'

/** What one kind of policy may and must contain. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export interface PolicyGrammar {
  readonly principal: 'required' | 'forbidden'
  readonly notPrincipal: 'allowed' | 'forbidden'
  readonly resource: 'required' | 'optional' | 'forbidden'
  readonly notAction: 'allowed' | 'forbidden'
  readonly id: 'allowed' | 'forbidden'
  readonly allow: 'allowed' | 'forbidden'
  /** Every Principal must be `*` (resource control policies). */
  readonly everyoneOnly: boolean
  /** Every action must be one of this service's. */
  readonly actionService: string | undefined
  /** IAM's own kinds take letters and digits in a Sid, each once; other services are less strict. */
  readonly sid: 'strict' | 'free'
}

const attachedToIdentity: PolicyGrammar = {
  principal: 'forbidden',
  notPrincipal: 'forbidden',
  resource: 'required',
  notAction: 'allowed',
  id: 'forbidden',
  allow: 'allowed',
  everyoneOnly: false,
  actionService: undefined,
  sid: 'strict',
}

export const policyGrammar: Readonly<Record<PolicyType, PolicyGrammar>> = {
  'identity-based': attachedToIdentity,
  'permissions-boundary': attachedToIdentity,
  session: attachedToIdentity,
  'service-control': { ...attachedToIdentity, id: 'allowed', sid: 'free' },
  trust: {
    ...attachedToIdentity,
    principal: 'required',
    resource: 'forbidden',
    id: 'allowed',
    actionService: 'sts',
  },
  'resource-based': {
    ...attachedToIdentity,
    principal: 'required',
    notPrincipal: 'allowed',
    resource: 'optional',
    id: 'allowed',
    sid: 'free',
  },
  'resource-control': {
    ...attachedToIdentity,
    principal: 'required',
    notAction: 'forbidden',
    id: 'allowed',
    allow: 'forbidden',
    everyoneOnly: true,
    sid: 'free',
  },
}

export const policyElements = ['Version', 'Id', 'Statement'] as const

export const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const

export const principalTypes = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const
