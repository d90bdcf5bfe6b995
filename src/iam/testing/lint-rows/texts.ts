import type { LintCode } from '../../lint/finding'
import type { PolicyType } from '../../terms'

/** For tests: what one check of the lint finds, and what it is silent about. */
export interface LintRow {
  readonly code: LintCode
  /** Texts with the finding at the place between `|` and `|`. */
  readonly found: readonly string[]
  /** Texts without it. */
  readonly not: readonly string[]
  readonly type?: PolicyType
  readonly severity?: string
  readonly suggestion?: string
}

// Texts of policies as the rows write them, each named for what it is about.
/** The Version of every policy here. */
export const v = '"Version":"2012-10-17"'
/** One statement, without its Effect. */
export const identity = (rest: string, effect = 'Allow') => `{${v},"Statement":{"Effect":"${effect}",${rest}}}`
/** A statement about s3:GetObject. */
export const of = (rest: string, effect?: string) => identity(`"Action":"s3:GetObject",${rest}`, effect)
/** A statement about s3:GetObject with these resources. */
export const on = (resource: string) => of(`"Resource":${resource}`)
/** A statement about s3:GetObject with these conditions. */
export const when = (condition: string, effect?: string) => of(`"Resource":"*","Condition":{${condition}}`, effect)
/** A statement about iam:PassRole. */
export const pass = (rest: string) => identity(`"Action":"iam:PassRole",${rest}`)
/** A statement about iam:PassRole for these resources, to ECS tasks or with this condition. */
export const passTo = (resource: string, condition = '"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}') =>
  pass(`"Resource":${resource},"Condition":{${condition}}`)
/** A trust policy for a principal. */
export const trust = (principal: string, rest = '"Action":"sts:AssumeRole"', effect = 'Allow') =>
  `{${v},"Statement":{"Effect":"${effect}","Principal":${principal},${rest}}}`
/** A trust policy for a principal, with these conditions. */
export const trustWhen = (principal: string, condition: string, action = 'sts:AssumeRole') =>
  trust(principal, `"Action":"${action}","Condition":{${condition}}`)
/** A role. */
export const role = 'arn:aws:iam::111122223333:role/app'
/** An OpenID Connect provider as a principal. */
export const oidc = (host: string) => `{"Federated":"arn:aws:iam::111122223333:oidc-provider/${host}"}`
/** GitHub’s provider. */
export const github = 'token.actions.githubusercontent.com'
/** ECS tasks as a principal. */
export const ecs = '{"Service":"ecs-tasks.amazonaws.com"}'
/** A policy variable. */
export const variable = (inner: string) => `$\{${inner}}`
/** A long text. */
export const long = (size: number) => `"${'a'.repeat(size)}"`
/** A bucket. */
export const s3 = '"arn:aws:s3:::b"'
/** A statement that allows s3:GetObject, for a policy of several. */
export const allow = (resource: string, sid = '') => `{${sid}"Effect":"Allow","Action":"s3:GetObject","Resource":${resource}}`
