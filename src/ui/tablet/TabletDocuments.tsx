import { useTranslate } from '../AppStores'
import { usePageNarration } from '../challenge/use-challenge'
import { usePanels } from '../documents/Documents'
import { OneDocument } from '../documents/OneDocument'
import { useEvidence } from '../editor/use-evidence'
import { Aside } from '../narration/Aside'
import './tablet.css'

/** One document, and under it what the caller sees beside the next move. */
export function TabletDocuments({ onNextScenario }: { onNextScenario: () => void }) {
  const translate = useTranslate()
  const evidence = useEvidence()
  const narration = usePageNarration()
  const { panels } = usePanels(evidence)
  return (
    <section id="documents" className="docs" tabIndex={-1} aria-label={translate('documents.name')}>
      <OneDocument short={false} evidence={evidence} />
      <div className="under">
        <div className={`terms${panels.length > 1 ? ' two' : ''}`}>
          {evidence && panels.map((panel) => <evidence.Terminal key={panel.id} panel={panel} />)}
          {panels.length === 0 && <div className="term-place" />}
        </div>
        <Aside narration={narration} onNextScenario={onNextScenario} />
      </div>
    </section>
  )
}
