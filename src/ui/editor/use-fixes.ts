import { useMemo } from 'react'
import type { MessageKey, Translate } from '../../i18n'
import { type Diagnostic, type Fix, fixFor, type PassedNames } from '../../language'
import type { DocumentId } from '../../simulate'
import { useWorkspace } from '../AppStores'

export type Fixes = ReadonlyMap<Diagnostic, Fix>

/** More problems than this are of no use at once; the count says how many there are. */
const most = 50

/** What the request at hand passes, for the fixes that name it. */
function usePassedNames(): PassedNames {
  const roles = useWorkspace((state) => state.timeline.trace?.situation.roles)
  return useMemo(() => {
    const unique = (values: readonly (string | undefined)[]) => [...new Set(values)].filter((value) => value !== undefined)
    return {
      roleArns: unique((roles ?? []).map((role) => role.roleArn)),
      services: unique((roles ?? []).map((role) => role.passSite?.passedToService)),
    }
  }, [roles])
}

/** The problems to show, each with its way out where there is one. A text that one change makes JSON again has no other problem. */
export function useFixes(documentId: DocumentId, diagnostics: readonly Diagnostic[]): { shown: readonly Diagnostic[]; fixes: Fixes } {
  const text = useWorkspace((state) => state.documents[documentId] ?? '')
  const passed = usePassedNames()
  return useMemo(() => {
    const first = diagnostics[0]
    const repair = first && fixFor(first, text, passed)
    if (first && repair?.kind === 'repair') return { shown: [first], fixes: new Map([[first, repair]]) }
    const shown = diagnostics.slice(0, most)
    const fixes = shown.map((diagnostic) => [diagnostic, fixFor(diagnostic, text, passed)] as const)
    return { shown, fixes: new Map(fixes.flatMap(([diagnostic, fix]) => (fix ? [[diagnostic, fix] as const] : []))) }
  }, [diagnostics, text, passed])
}

/** What a fix does, for its button. */
export function fixLabel(fix: Fix, translate: Translate): string {
  if (fix.kind === 'repair') return translate(`repair.${fix.repair.kind}`, { what: fix.repair.what })
  const key: MessageKey = `fix.${fix.kind}`
  return translate(key, 'name' in fix ? { name: fix.name } : {})
}
