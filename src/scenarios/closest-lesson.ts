import type { ErrorFacts, Trace } from '../simulate'

/** A lesson, and how it begins. */
export interface PlayedLesson {
  readonly id: string
  readonly trace: Trace
}

/** How much a lesson has in common with a message; 0: it stops elsewhere, or nowhere. */
function likeness({ check, reason, calls }: ErrorFacts, { situation, steps, stoppedAt }: Trace): number {
  if (stoppedAt !== check) return 0
  const step = steps.find((candidate) => candidate.kind === 'authorization' && candidate.verdict === 'deny')
  const verdict = step?.kind === 'authorization' ? step.evaluation?.verdict : undefined
  const service = calls.some((action) => action.split(':')[0] === situation.action.split(':')[0])
  const sameKind = reason.kind === verdict?.kind || (reason.kind === 'unsaid' && verdict?.kind === 'implicit-deny')
  const sameLayer = 'policyType' in reason && reason.policyType === verdict?.policyType
  const refused = step?.kind === 'authorization' && step.refusal !== undefined
  const sameRefusal = refused === (reason.kind === 'other-account' || reason.kind === 'refused')
  return 1 + (sameRefusal ? 8 : 0) + (sameLayer ? 4 : 0) + (sameKind ? 2 : 0) + (service ? 1 : 0)
}

/** The lesson that a message is most like; the earlier of two. Undefined: none stops at that check. */
export function closestLesson<Lesson extends PlayedLesson>(facts: ErrorFacts, lessons: readonly Lesson[]): Lesson | undefined {
  let best: { readonly lesson: Lesson; readonly score: number } | undefined
  for (const lesson of lessons) {
    const score = likeness(facts, lesson.trace)
    if (score > (best?.score ?? 0)) best = { lesson, score }
  }
  return best?.lesson
}
