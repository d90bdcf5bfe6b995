import { useEffect, useMemo, useState } from 'react'
import type { Translate } from '../../i18n'
import { type Diagnostic, type EditorSituation, lintNames, policiesIn, servicesNamed, withNameProblems } from '../../language'
import type { DocumentId } from '../../simulate'
import { useStores, useWorkspace } from '../AppStores'
import { actionsNow, fetchActions } from './action-source'
import { provideCompletion } from './completion'
import { provideHover } from './hover'

/** What the widgets ask for at the moment when somebody asks them. */
export interface WidgetPorts {
  readonly situation: (documentId: DocumentId) => EditorSituation
  readonly translate: () => Translate
}

/** Longer texts are not looked through for names: IAM takes a fifth of it at most. */
const longest = 50_000

let users = 0
let dispose = () => {}

/** Completion and hover for all editors together, for as long as there is one. */
export function useWidgets(): void {
  const { workspace, preferences } = useStores()
  useEffect(() => {
    const ports: WidgetPorts = {
      situation: (documentId) => {
        const { playable } = workspace.getState()
        return { documentId, trace: playable.kind === 'fault' ? undefined : playable.trace, actions: actionsNow() }
      },
      translate: () => preferences.getState().translate,
    }
    if (users++ === 0) {
      const provided = [provideCompletion(ports), provideHover(ports)]
      dispose = () => {
        for (const one of provided) one.dispose()
      }
    }
    return () => {
      if (--users === 0) dispose()
    }
  }, [workspace, preferences])
}

/** Problems of names beside those of the reader, once AWS's actions of the services that the document names have been fetched. */
export function useNameProblems(documentId: DocumentId, found: readonly Diagnostic[], translate: Translate): readonly Diagnostic[] {
  const text = useWorkspace((state) => state.documents[documentId] ?? '')
  const [table, setTable] = useState(actionsNow)
  const policies = useMemo(() => (text.length > longest ? [] : policiesIn(documentId, text)), [documentId, text])
  const services = servicesNamed(policies).join(' ')
  useEffect(() => {
    let live = true
    if (services !== '') {
      void fetchActions(['', ...services.trim().split(' ')]).then((fetched) => {
        if (live) setTable(fetched)
      })
    }
    return () => {
      live = false
    }
  }, [services])
  return useMemo(
    () =>
      withNameProblems(
        found,
        policies.flatMap((policy) => lintNames(policy, table)),
        translate,
      ),
    [found, policies, table, translate],
  )
}
