import { useEffect, useMemo, useState } from 'react'
import { type Language, loadWidgetTranslate, type Translate } from '../../i18n'
import { type Diagnostic, type EditorSituation, lintNames, policiesIn, servicesNamed, withNameProblems } from '../../language'
import type { DocumentId } from '../../simulate'
import { useStores, useWorkspace } from '../AppStores'
import { actionsNow, fetchActions } from './action-source'

/** What the widgets ask for at the moment when somebody asks them. */
export interface WidgetPorts {
  readonly situation: (documentId: DocumentId) => EditorSituation
  readonly translate: () => Promise<Translate>
}

/** Longer texts are not looked through for names: IAM takes a fifth of it at most. */
const longest = 50_000

const words = new Map<Language, Promise<Translate>>()

/** The widgets' sentences in one language, fetched once. */
function wordsIn(language: Language): Promise<Translate> {
  const fetched = words.get(language) ?? loadWidgetTranslate(language)
  words.set(language, fetched)
  fetched.catch(() => words.delete(language))
  return fetched
}

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
      translate: () => wordsIn(preferences.getState().language),
    }
    if (users++ === 0) {
      const provided = import('./widgets').then(({ provideCompletion, provideHover }) => [provideCompletion(ports), provideHover(ports)])
      // Not reachable now: the editors do without, and the next visit tries again.
      provided.catch(() => undefined)
      dispose = () => void provided.then((all) => all.map((one) => one.dispose()))
    }
    return () => {
      if (--users === 0) dispose()
    }
  }, [workspace, preferences])
}

/** Problems of names beside those of the reader, once AWS's actions of the services that the document names have been fetched. */
export function useNameProblems(documentId: DocumentId, found: readonly Diagnostic[], language: Language): readonly Diagnostic[] {
  const text = useWorkspace((state) => state.documents[documentId] ?? '')
  const [table, setTable] = useState(actionsNow)
  const [translate, setTranslate] = useState<Translate>()
  const policies = useMemo(() => (text.length > longest ? [] : policiesIn(documentId, text)), [documentId, text])
  const services = servicesNamed(policies).join(' ')
  useEffect(() => {
    let live = true
    if (services !== '') {
      Promise.all([fetchActions(['', ...services.trim().split(' ')]), wordsIn(language)]).then(
        ([fetched, translated]) => {
          if (!live) return
          setTable(fetched)
          setTranslate(() => translated)
        },
        () => {
          // Not reachable now: the reader's own problems are told without these.
        },
      )
    }
    return () => {
      live = false
    }
  }, [services, language])
  return useMemo(
    () =>
      translate?.language !== language
        ? found
        : withNameProblems(
            found,
            policies.flatMap((policy) => lintNames(policy, table)),
            translate,
          ),
    [found, policies, table, translate, language],
  )
}
