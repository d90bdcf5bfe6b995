import { parseArn } from './arn'

/** Who asks, as section 7 of the evaluation logic tells them apart. */
export type RequestPrincipal =
  | { readonly kind: 'anonymous'; readonly text: string; readonly account: undefined }
  | { readonly kind: 'service'; readonly text: string; readonly account: undefined }
  /** A SAML or OpenID Connect identity, before it has a role. */
  | { readonly kind: 'federated'; readonly text: string; readonly account: undefined }
  | { readonly kind: 'user' | 'root' | 'federated-user' | 'other'; readonly text: string; readonly account: string | undefined }
  | {
      readonly kind: 'role-session'
      readonly text: string
      readonly account: string | undefined
      readonly roleName: string
      readonly partition: string
    }

/** What follows the last slash. */
export const lastSegment = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** OpenID Connect providers that are named without an ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const webIdentityProviders = new Set(['cognito-identity.amazonaws.com', 'accounts.google.com', 'graph.facebook.com', 'www.amazon.com'])

/** Reads a request's principal: an ARN, a service principal, or `anonymous`. */
export function readPrincipal(text: string): RequestPrincipal {
  if (text === 'anonymous' || text === '*') return { kind: 'anonymous', text, account: undefined }
  if (webIdentityProviders.has(text)) return { kind: 'federated', text, account: undefined }
  const arn = parseArn(text)
  if (!arn) return { kind: text.includes('.') ? 'service' : 'other', text, account: undefined }
  const { account, partition } = arn
  const { resource } = arn
  const slash = resource.indexOf('/')
  const type = slash < 0 ? resource : resource.slice(0, slash)
  const name = slash < 0 ? '' : resource.slice(slash + 1)
  if (arn.service === 'sts' && type === 'assumed-role')
    return { kind: 'role-session', text, account, partition, roleName: name.split('/', 1)[0] ?? '' }
  if (arn.service === 'sts' && type === 'federated-user') return { kind: 'federated-user', text, account }
  if (arn.service === 'iam' && type === 'role') return { kind: 'role-session', text, account, partition, roleName: lastSegment(name) }
  if (arn.service === 'iam' && type === 'user') return { kind: 'user', text, account }
  if (resource === 'root') return { kind: 'root', text, account }
  if (type === 'saml-provider' || type === 'oidc-provider') return { kind: 'federated', text, account: undefined }
  return { kind: 'other', text, account }
}
