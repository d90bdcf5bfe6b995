import type { MessageKey, Translate } from '../i18n'
import { checkName, type LintCode, lintCodes, type Problem, type Severity } from '../iam'
import { type DocumentId, type SceneLintCode, sceneLintCodes } from '../simulate'

/** A problem as the editor shows it. */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  /** The message without the name that was probably meant, for where that stands beside it. */
  readonly sentence: string
  readonly start: number
  readonly end: number
  /** The name that was probably meant. */
  readonly suggestion: string | undefined
  /** A value that belongs beside the one at this place. */
  readonly addition?: string
  /** What IAM Access Analyzer calls this; undefined where it has no such check. */
  readonly check: string | undefined
}

/** Is it that the text is no JSON? Then nothing else can be said of it. */
export const isUnreadable = ({ code }: Pick<Diagnostic, 'code'>): boolean => code.startsWith('json-')

const jsonErrors: Readonly<Record<string, MessageKey>> = {
  'value-expected': 'problem.json.value-expected',
  'colon-expected': 'problem.json.colon-expected',
  'comma-expected': 'problem.json.comma-expected',
  'close-brace-expected': 'problem.json.close-brace-expected',
  'close-bracket-expected': 'problem.json.close-bracket-expected',
  'property-name-expected': 'problem.json.property-name-expected',
  'end-of-file-expected': 'problem.json.end-of-file-expected',
  'unexpected-end-of-string': 'problem.json.unexpected-end-of-string',
}

const lintKeys: ReadonlyMap<string, MessageKey> = new Map(
  [...lintCodes, ...sceneLintCodes].map((code: LintCode | SceneLintCode): [string, MessageKey] => [code, `problem.${code}`]),
)

const known: ReadonlySet<string> = new Set<string>([
  ...lintCodes,
  ...sceneLintCodes,
  'empty-document',
  'json-syntax',
  'json-trailing-comma',
  'json-comment',
  'json-too-deep',
  'json-duplicate-key',
  'policy-not-object',
  'wrapped-policy',
  'url-encoded-policy',
  'unknown-element',
  'duplicate-element',
  'missing-element',
  'wrong-type',
  'invalid-version',
  'invalid-effect',
  'forbidden-element',
  'element-conflict',
  'allow-forbidden',
  'duplicate-sid',
  'invalid-sid',
  'non-sts-action',
  'malformed-action',
  'unknown-operator',
  'operator-case',
  'unknown-action',
  'unknown-key',
  'invalid-principal',
  'invalid-principal-type',
  'principal-wildcard',
  'principal-deleted',
  'principal-not-everyone',
  'variable-without-version',
  'unsupported-character',
  'levels-expected',
  'roles-not-object',
  'request-not-object',
  'request-wrong-type',
  'request-unknown-member',
  'caller-missing',
  'caller-invalid',
  'deputy-caller-missing',
  'deputy-caller-own-account',
  'deputy-without-role',
  'deputy-service-unknown',
  'action-missing',
  'unknown-call',
  'resource-of-call-unknown',
  'role-parameter-unknown',
  'workload-action-missing',
  'role-wrong-type',
  'role-arn-invalid',
  'role-arn-missing',
  'role-name-for-arn',
  'roles-of-task-definition-unknown',
  'instance-profile-role-assumed',
  'no-role-passed',
  'workload-has-no-role',
  'session-duration-assumed',
])

/** Every code that has a sentence of its own. */
export const knownProblemCodes = known

function sentenceOf({ code, facts }: Problem, translate: Translate): string {
  if (code === 'json-syntax') return translate(jsonErrors[facts.error ?? ''] ?? 'problem.json-syntax', facts)
  const key = lintKeys.get(code) ?? (known.has(code) ? (`problem.${code}` as MessageKey) : undefined)
  return key ? translate(key, facts) : translate('problem.unknown', { code })
}

/** A problem in words, with the name that was probably meant. An unknown code is named as it is. */
export function problemText(problem: Problem, translate: Translate): string {
  const { suggestion } = problem.facts
  const sentence = sentenceOf(problem, translate)
  return suggestion === undefined || problem.code === 'unknown-call'
    ? sentence
    : `${sentence} ${translate('problem.suggestion', { suggestion })}`
}

const order: Readonly<Record<Severity, number>> = { error: 0, security: 1, warning: 2, suggestion: 3, info: 4 }

/** What is missing may be there under a wrong name: a name with a slip comes first, what is missing last. */
const later = ({ code, suggestion }: Diagnostic) => (suggestion !== undefined ? 0 : code === 'missing-element' ? 2 : 1)

/** The problems of one document, the gravest first and then by place. */
export function diagnose(problems: readonly Problem[], documentId: DocumentId, translate: Translate): readonly Diagnostic[] {
  return problems
    .filter((problem) => problem.span.documentId === documentId)
    .map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      message: problemText(problem, translate),
      sentence: sentenceOf(problem, translate),
      start: problem.span.start,
      end: Math.max(problem.span.end, problem.span.start + 1),
      suggestion: problem.facts.suggestion,
      ...(problem.facts.addition === undefined ? {} : { addition: problem.facts.addition }),
      check: checkName(problem),
    }))
    .sort((a, b) => order[a.severity] - order[b.severity] || later(a) - later(b) || a.start - b.start)
}
