import { describe, expect, it } from 'vitest'
import { exampleDocuments, type FoundCall, fullCatalogue } from '../catalog'
import { loadTranslate } from '../i18n'
import { type Documents, runDocuments, type Trace } from '../simulate'
import { buildTimeline, narrate, noLesson, type Timeline, terminalPanels } from '.'

/** Pass sites that one entry of the reference describes together: those of the same call, and the same parameter of a sister call. */
const together: Readonly<Record<string, string>> = {
  'amplify-compute-role': 'amplify-create-app',
  'amplify-service-role': 'amplify-create-app',
  'batch-job-execution-role': 'batch-register-job-definition',
  'batch-job-role': 'batch-register-job-definition',
  'cognito-identity-authenticated': 'cognito-identity-set-identity-pool-roles',
  'cognito-identity-rule': 'cognito-identity-set-identity-pool-roles',
  'cognito-identity-unauthenticated': 'cognito-identity-set-identity-pool-roles',
  'datapipeline-resource-role': 'datapipeline-put-pipeline-definition',
  'datapipeline-role': 'datapipeline-put-pipeline-definition',
  'dms-secrets-role': 'dms-create-endpoint',
  'dms-settings-role': 'dms-create-endpoint',
  'ec2-replace-iam-instance-profile': 'ec2-associate-iam-instance-profile',
  'ecs-express-execution-role': 'ecs-create-express-gateway-service',
  'ecs-express-infrastructure-role': 'ecs-create-express-gateway-service',
  'ecs-express-task-role': 'ecs-create-express-gateway-service',
  'ecs-run-task-execution-role': 'ecs-run-task-overrides',
  'ecs-run-task-task-role': 'ecs-run-task-overrides',
  'firehose-destination-role': 'firehose-create-delivery-stream',
  'firehose-nested-role': 'firehose-create-delivery-stream',
  'firehose-schema-role': 'firehose-create-delivery-stream',
  'glue-update-job': 'glue-create-job',
  'rds-add-role-to-db-instance': 'rds-add-role-to-db-cluster',
  'redshift-create-cluster': 'redshift-modify-cluster-iam-roles',
  'sagemaker-create-user-profile': 'sagemaker-create-domain',
  'states-update-state-machine': 'states-create-state-machine',
}

interface Entry {
  readonly entry: string
  readonly found: FoundCall
  /** Undefined: a contrast, a call that has to do with roles and passes none. */
  readonly siteIds: readonly string[]
}

const calls = fullCatalogue.services.flatMap((service) => service.calls.map(({ action }) => action))
const found = (action: string): FoundCall => {
  const call = fullCatalogue.findCall(action)
  if (!call) throw new Error(action)
  return call
}

const entries = new Map<string, Entry>()
for (const call of calls.map(found)) {
  if (call.call.contrast && call.call.passSites.length === 0) {
    entries.set(call.call.action, { entry: call.call.action, found: call, siteIds: [] })
  }
  for (const { id } of call.call.passSites) {
    const entry = together[id] ?? id
    const known = entries.get(entry)
    if (!known) entries.set(entry, { entry, found: call, siteIds: [id] })
    else if (known.found.call === call.call) entries.set(entry, { ...known, siteIds: [...known.siteIds, id] })
  }
}
const passing = [...entries.values()].filter(({ siteIds }) => siteIds.length > 0)
const contrasts = [...entries.values()].filter(({ siteIds }) => siteIds.length === 0)

const statement = (more: object) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...more }] })
const nobody = statement({ Principal: { Service: 'another.amazonaws.com' }, Action: 'sts:AssumeRole' })
const nothing = JSON.stringify({ Version: '2012-10-17', Statement: [] })

const documentsOf = ({ found }: Entry): Documents => ({ ...exampleDocuments(found) })

/** The documents without the permission to pass the roles of an entry. */
function withoutPassing(documents: Documents, arns: readonly string[]): Documents {
  const policy = JSON.parse(documents.identityPolicy ?? '') as {
    Version: string
    Statement: { Action: string; Resource: string | string[] }[]
  }
  const left = policy.Statement.map((one) =>
    one.Action === 'iam:PassRole' ? { ...one, Resource: [one.Resource].flat().filter((arn) => !arns.includes(arn)) } : one,
  ).filter(({ Resource }) => !Array.isArray(Resource) || Resource.length > 0)
  return { ...documents, identityPolicy: JSON.stringify({ ...policy, Statement: left }) }
}

/** The documents in which the roles of an entry trust somebody else. */
function withoutTrust(documents: Documents, arns: readonly string[]): Documents {
  const roles = JSON.parse(documents.roles ?? '{}') as Record<string, object>
  const rolePolicy = JSON.parse(documents.rolePolicy ?? '{}') as object
  const own = Object.fromEntries(arns.map((arn) => [arn, { rolePolicy, ...roles[arn], trustPolicy: nobody }]))
  return { ...documents, roles: JSON.stringify({ ...roles, ...own }) }
}

interface Told {
  readonly trace: Trace
  readonly headline: string
  readonly terminal: string
}

/** A run and what is said of it at its end, in one language. */
async function told(documents: Documents, language: 'en' | 'ja'): Promise<Told> {
  const translate = await loadTranslate(language)
  const timeline: Timeline = buildTimeline(runDocuments(documents))
  if (!timeline.trace) throw new Error('no trace')
  const headline = narrate(timeline, timeline.end, translate, noLesson)
    .headline.map(({ text }) => text)
    .join('')
  expect(/[ぁ-んァ-ヶ一-龠]/.test(headline), headline).toBe(language === 'ja')
  const terminal = terminalPanels(timeline, timeline.end, translate)
    .flatMap(({ lines }) => lines.flat().map(({ text }) => text))
    .join('')
  return { trace: timeline.trace, headline, terminal }
}

/** The roles of an entry in its example request. */
const rolesOf = (trace: Trace, { siteIds }: Entry) => trace.situation.roles.filter(({ passSite }) => siteIds.includes(passSite?.id ?? ''))

it('the reference has 101 entries: 95 pass sites and 6 contrasts, and each is here', () => {
  expect(passing).toHaveLength(95)
  expect(contrasts).toHaveLength(6)
  expect(Object.values(together).every((entry) => entries.has(entry))).toBe(true)
})

describe.each(['en', 'ja'] as const)('in words (%s)', (language) => {
  it.each(passing)('$entry runs; without PassRole, and without trust, it does not, and its own error is shown', async (entry) => {
    const documents = documentsOf(entry)
    const runs = await told(documents, language)
    const roles = rolesOf(runs.trace, entry)
    const arns = roles.map(({ roleArn }) => roleArn)
    expect(runs.trace.outcome).toBe('allowed')
    expect(roles.length).toBeGreaterThan(0)

    const mayNotPass = await told(withoutPassing(documents, arns), language)
    expect(mayNotPass.trace).toMatchObject({ outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call' })
    expect(mayNotPass.headline).toContain(roles[0]?.name)
    expect(mayNotPass.terminal).toContain('is not authorized to perform: iam:PassRole on resource: ')
    expect(mayNotPass.terminal).toContain(entry.found.call.accessDenied.code)

    const untrusted = await told(withoutTrust(documents, arns), language)
    expect(untrusted.trace).toMatchObject({ outcome: 'denied', stoppedAt: 'assume-role' })
    expect(new Set([runs.headline, mayNotPass.headline, untrusted.headline]).size).toBe(3)
    const error = untrusted.trace.steps.find((step) => step.kind === 'error')
    if (error?.kind !== 'error') throw new Error('no error')
    const { message } = error.error
    if (message !== '') expect(untrusted.terminal).toContain(message.split('\n')[0])
  })

  it.each(contrasts)('$entry runs without PassRole, and not without the permission for the call', async (entry) => {
    const documents = documentsOf(entry)
    const runs = await told(documents, language)
    expect(runs.trace.outcome).toBe('allowed')
    expect(runs.trace.steps.some((step) => step.kind === 'authorization' && step.check === 'pass-role')).toBe(false)
    const direct = entry.found.call.contrast === 'direct'
    const stopped = await told(
      direct ? { ...documents, trustPolicy: JSON.stringify(nobody) } : { ...documents, identityPolicy: nothing },
      language,
    )
    expect(stopped.trace).toMatchObject({ outcome: 'denied', stoppedAt: direct ? 'assume-role' : 'service-action' })
    expect(stopped.headline).not.toBe(runs.headline)
    expect(stopped.terminal).toContain(entry.found.call.accessDenied.code)
  })
})
