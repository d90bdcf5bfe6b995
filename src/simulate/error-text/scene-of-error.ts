import { accessDeniedMessage, type FoundCall, fullCatalogue } from '../../catalog'
import type { PolicyType } from '../../iam'
import { runDocuments } from '../run-documents'
import type { AuthorizationStep, AwsError, Documents, RunResult } from '../trace'
import { type Cause, silentLayers, type TrustCause } from './causes'
import type { ChosenGuesses, ErrorFacts, ErrorGuess, ErrorScene } from './error-reading'
import { flatText } from './flat-text'
import { rolesOfExample, type Supposed, sceneDocuments } from './scene-documents'
import { coreOf } from './trust-failures'

const causes: readonly Cause[] = ['no-statement', 'other-role', 'passed-to-other', 'path-missing']
const trustCauses: readonly TrustCause[] = ['wrong-principal', 'source-condition']

/** What a workload is called by whoever runs it tells where it runs. */
function callOfSession(callerArn: string | undefined): string {
  const session = callerArn?.split('/').at(-1) ?? ''
  if (/^i-[0-9a-f]{8,}$/.test(session)) return 'ec2:RunInstances'
  if (/^AWSCodeBuild-/.test(session)) return 'codebuild:StartBuild'
  return /^[0-9a-f]{32}$/.test(session) ? 'ecs:RunTask' : 'lambda:CreateFunction'
}

/** Where the message does not tell the call: those that people meet most, and then every other that is known in full. */
const usualCalls = ['ecs:RunTask', 'ecs:RegisterTaskDefinition', 'ecs:CreateService', 'lambda:CreateFunction', 'ec2:RunInstances']

function allCalls(): readonly string[] {
  const known = fullCatalogue.services.flatMap(({ calls }) =>
    calls.filter(({ passSites }) => passSites.length > 0).map(({ action }) => action),
  )
  return [...new Set([...usualCalls, ...known.sort()])]
}

function callsFor(facts: ErrorFacts): readonly string[] {
  if (facts.calls.length > 0) return facts.calls
  if (facts.check === 'role-permission')
    return [...new Set([callOfSession(facts.callerArn), 'ecs:RunTask', 'lambda:CreateFunction', 'ec2:RunInstances'])]
  if (facts.check === 'service-action' && facts.action !== undefined) return [facts.action]
  return allCalls()
}

const limitsOf = (callerArn: string | undefined) => silentLayers(callerArn?.includes(':assumed-role/') ?? false)

function layersFor({ reason, check, callerArn }: ErrorFacts, direct: boolean): readonly PolicyType[] {
  if (reason.kind === 'implicit-deny' || reason.kind === 'explicit-deny')
    return reason.policyType === 'vpc-endpoint' ? [] : [reason.policyType]
  if (reason.kind === 'other-account' || check === 'role-permission') return ['identity-based']
  if (check !== 'assume-role') return limitsOf(callerArn)
  return direct ? ['trust', ...limitsOf(callerArn)] : ['trust']
}

function causesFor({ reason }: ErrorFacts, layer: PolicyType): readonly Cause[] {
  const explicit = reason.kind === 'explicit-deny' || (reason.kind === 'unsaid' && reason.denies === true)
  if (explicit) return ['deny-statement']
  const open = reason.kind === 'unsaid' && reason.denies === undefined
  return [...(layer === 'identity-based' ? causes : (['no-statement'] as const)), ...(open ? (['deny-statement'] as const) : [])]
}

const trustFor = ({ reason }: ErrorFacts): readonly TrustCause[] => {
  if (reason.kind === 'explicit-deny') return ['deny-statement']
  return trustCauses
}

/** A message without what changes from run to run: session names, what is encoded, and how it was laid out. */
const plainWords = (text: string): string =>
  flatText(text)
    .text.replace(/(assumed-role\/[\w+=,.@-]+)\/[\w+=,.@-]+/g, '$1/…')
    .replace(/\s?Encoded authorization.*$/, '')
    .replace(/\s*[.…]+\s*$/, '')
    .trim()
    .toLowerCase()

const deniedStep = (run: RunResult): AuthorizationStep | undefined =>
  run.trace?.steps.find((step): step is AuthorizationStep => step.kind === 'authorization' && step.verdict === 'deny')

const errorOf = (run: RunResult): AwsError | undefined => {
  const step = run.trace?.steps.find(({ kind }) => kind === 'error')
  return step?.kind === 'error' ? step.error : undefined
}

/** AWS's words as they would be without the reason. */
function withoutReason(step: AuthorizationStep): string | undefined {
  if (!step.evaluation) return undefined
  const { principal, action, resource } = step.evaluation.request
  return accessDeniedMessage({ principal, action, resource, policyType: undefined, kind: 'implicit-deny' })
}

/** Does the run end in what was pasted? What the message leaves out, the scene may have. */
function endsIn(run: RunResult, facts: ErrorFacts, pasted: string): boolean {
  const step = deniedStep(run)
  const error = errorOf(run)
  if (!step || !error || run.kind !== 'ready' || run.trace.stoppedAt !== facts.check) return false
  if (facts.code !== undefined && error.code !== '' && facts.check !== 'role-permission' && error.code !== facts.code) return false
  const message = plainWords(coreOf(error.message))
  if (message !== '' && pasted.includes(message)) return true
  if (facts.reason.kind !== 'unsaid' || (facts.check === 'assume-role' && facts.callerArn === undefined)) return false
  const request = step.evaluation?.request
  if (facts.reason.denies !== undefined) {
    const kind = step.evaluation?.verdict.kind
    const said = [
      [facts.callerArn, request?.principal],
      [facts.action, request?.action],
      [facts.resource, request?.resource],
    ] as const
    // Of what a decoded message says, nothing may be otherwise here.
    const same = said.every(([told, asked]) => told === undefined || plainWords(told) === plainWords(asked ?? ''))
    return same && (kind === 'explicit-deny') === facts.reason.denies
  }
  return pasted.includes(plainWords(withoutReason(step) ?? '\u0000'))
}

interface Attempt {
  readonly supposed: Supposed
  readonly documents: Documents
  readonly run: RunResult
  readonly exact: boolean
}

function attempt(facts: ErrorFacts, found: FoundCall, supposed: Supposed, pasted: string): Attempt | undefined {
  const documents = sceneDocuments(facts, found, supposed)
  if (!documents) return undefined
  const run = runDocuments(documents)
  return { supposed, documents, run, exact: endsIn(run, facts, pasted) }
}

const guess = (id: ErrorGuess['id'], options: readonly string[], chosen: string): readonly ErrorGuess[] =>
  options.length === 0 ? [] : [{ id, options, chosen }]

const chosenOf = <T extends string>(options: readonly T[], asked: string | undefined): T | undefined =>
  options.find((option) => option === asked) ?? options[0]

/**
 * The scene for a message that was read: everything that it says, and a supposition where it says nothing. It is judged like any other;
 * every cause that is offered ends in the same message. Undefined: no scene can end like that (a VPC endpoint's policy, an unknown call).
 */
export function sceneOfError(facts: ErrorFacts, text: string, chosen: ChosenGuesses = {}): ErrorScene | undefined {
  if (facts.reason.kind === 'refused') return undefined
  const calls = callsFor(facts)
  const action = chosenOf(calls, chosen.call)
  const found = action === undefined ? undefined : fullCatalogue.findCall(action)
  if (!found || action === undefined) return undefined
  const pasted = plainWords(text)
  const direct = found.call.contrast === 'direct'
  const layers = layersFor(facts, direct)
  const sites = found.call.passSites
  const passedTo =
    facts.check === 'pass-role'
      ? [sites[0]?.passedToService, ...(sites[0]?.otherPassedToServices ?? [])].filter((service) => service !== undefined)
      : []
  const sent = chosenOf(passedTo, chosen['passed-to'])
  const trusts: readonly TrustCause[] = facts.check === 'assume-role' ? trustFor(facts) : ['fits']
  const attemptsWith = (role: number, alone: boolean) =>
    layers.flatMap((layer) =>
      (layer === 'trust' ? trusts : (['fits'] as const)).flatMap((trust) =>
        (layer === 'trust' ? (['no-statement'] as const) : causesFor(facts, layer)).flatMap(
          (cause) => attempt(facts, found, { layer, cause, trust, passedTo: sent, role, alone }, pasted) ?? [],
        ),
      ),
    )
  // Of a call with several roles the message may be about any.
  const tries = Array.from({ length: Math.min(4, rolesOfExample(found)) }, (_, role) => role)
  let attempts: readonly Attempt[] = []
  // A scene with that role alone is the plainest; some calls do not work without the others.
  for (const [role, alone] of tries.flatMap((index) => [[index, true] as const, [index, false] as const])) {
    const made = attemptsWith(role, alone)
    if (attempts.length === 0 || made.some((one) => one.exact)) attempts = made
    if (attempts.some((one) => one.exact)) break
  }
  const exact = attempts.filter((one) => one.exact)
  const usable = exact.length > 0 ? exact : attempts.slice(0, 1)
  const distinct = <T extends string>(of: (supposed: Supposed) => T, among: readonly Attempt[]) => [
    ...new Set(among.map(({ supposed }) => of(supposed))),
  ]
  const layerOptions = distinct(({ layer }) => layer, usable)
  const layer = chosenOf(layerOptions, chosen.layers)
  const inLayer = usable.filter(({ supposed }) => supposed.layer === layer)
  const causeOptions = layer === 'trust' ? [] : distinct(({ cause }) => cause, inLayer)
  const trustOptions = layer === 'trust' ? distinct(({ trust }) => trust, inLayer) : []
  const cause = chosenOf(causeOptions, chosen.policy)
  const trust = chosenOf(trustOptions, chosen.trust)
  const made = inLayer.find(
    ({ supposed }) => (cause === undefined || supposed.cause === cause) && (trust === undefined || supposed.trust === trust),
  )
  if (!made) return undefined
  return {
    documents: made.documents,
    run: made.run,
    guesses: [
      ...guess('call', calls.length > 1 ? calls : [], action),
      ...guess('layers', facts.reason.kind === 'unsaid' && layerOptions.length > 1 ? layerOptions : [], layer ?? ''),
      ...(facts.reason.kind === 'other-account' ? [] : guess('policy', causeOptions, cause ?? '')),
      ...guess('passed-to', passedTo, sent ?? ''),
      ...guess('trust', trustOptions, trust ?? ''),
    ],
    message: errorOf(made.run)?.message,
    exact: made.exact,
  }
}
