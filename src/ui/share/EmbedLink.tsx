import { useMemo } from 'react'
import { readFragment, writeFragment } from '../../lib/fragment'
import { encodeScenario } from '../../share'
import { sameTexts } from '../../state'
import { useStores, useTranslate, useWorkspace } from '../AppStores'
import { sharedScenario } from './shared-scenario'
import './embed.css'

/** What the address said before an edit took it out. */
const brought = readFragment(location.hash)

/** The way from an embedded page to the whole one: the same link without `embed`, and with what has been edited since. */
export function EmbedLink() {
  const translate = useTranslate()
  const stores = useStores()
  const documents = useWorkspace((state) => state.documents)
  const start = useWorkspace((state) => state.start)
  const fragment = useMemo(() => {
    const shown = { ...brought, embed: false }
    if (sameTexts(documents, start)) return writeFragment(shown)
    const { language, theme } = shown
    return writeFragment({ code: encodeScenario(sharedScenario(stores)), language, theme })
  }, [documents, start, stores])
  return (
    <header className="embed">
      <a href={`${location.pathname}#${fragment}`} target="_blank" rel="noopener">
        {translate('embed.open')}
      </a>
    </header>
  )
}
