import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createAppStores } from '../../state'
import { AppStoresProvider } from '../AppStores'
import { PageFault } from '../PageFault'
import { Trainer } from './Trainer'
import '../tokens.css'
import '../base.css'
import '../app.css'

/** Makes this window the trainer's of a presentation. Its stores hold a copy: nothing in this window is kept. */
export async function startTrainer(root: HTMLElement, presentation: string): Promise<void> {
  const stores = await createAppStores({
    storage: undefined,
    hash: '#fresh=1',
    language: navigator.language.toLowerCase().startsWith('ja') ? 'ja' : 'en',
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    now: () => new Date().toISOString(),
    later: (task) => task(),
  })
  // With the editors: the preview wears their styles.
  await Promise.all([stores.complete(), import('../editor/evidence')])
  createRoot(root).render(
    <StrictMode>
      <AppStoresProvider stores={stores}>
        <PageFault translate={stores.preferences.getState().translate}>
          <Trainer presentation={presentation} />
        </PageFault>
      </AppStoresProvider>
    </StrictMode>,
  )
}
