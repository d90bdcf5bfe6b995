import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createAppStores, type StoragePort } from './state'
import { App } from './ui/App'
import { AppStoresProvider } from './ui/AppStores'
import { loadLayout } from './ui/layout-parts'
import { PageFault } from './ui/PageFault'
import { trainedBy } from './ui/presenter/trainer-window'
import { currentLayout } from './ui/use-viewport'

/** Reading the property alone throws where storage is blocked. */
function localStorageOrNone(): StoragePort | undefined {
  try {
    return window.localStorage
  } catch {
    // Blocked: the app works without keeping.
    return undefined
  }
}

const keepDelay = 300

/** Runs the last task a little later, and at once when the page is being left. */
function createLater(): (task: () => void) => void {
  let waiting: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    const task = waiting
    waiting = undefined
    task?.()
  }
  addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) flush()
  })
  return (task) => {
    waiting = task
    clearTimeout(timer)
    timer = setTimeout(flush, keepDelay)
  }
}

async function start(root: HTMLElement): Promise<void> {
  const [stores] = await Promise.all([
    createAppStores({
      storage: localStorageOrNone(),
      hash: location.hash,
      language: navigator.language.toLowerCase().startsWith('ja') ? 'ja' : 'en',
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      now: () => new Date().toISOString(),
      later: createLater(),
    }),
    loadLayout(currentLayout()),
  ])
  // A link opened in a page that is already here is a new visit.
  addEventListener('hashchange', () => {
    if (/(^|[#&])(s|scenario|fresh)=/.test(location.hash)) location.reload()
  })
  createRoot(root).render(
    <StrictMode>
      <AppStoresProvider stores={stores}>
        <PageFault translate={stores.preferences.getState().translate}>
          <App />
        </PageFault>
      </AppStoresProvider>
    </StrictMode>,
  )
}

/** A window that a presentation opened is its trainer's; any other is the page itself. */
async function startWindow(root: HTMLElement): Promise<void> {
  const presentation = trainedBy(window.name)
  if (presentation === undefined) await start(root)
  else await (await import('./ui/presenter/start-trainer')).startTrainer(root, presentation)
}

const root = document.getElementById('root')
if (root) {
  startWindow(root).catch((error: unknown) => {
    // Before the page has its messages: say it in both languages rather than show nothing.
    root.textContent = `The page could not start. Please reload. / ページを開始できませんでした。再読み込みしてください。 (${error instanceof Error ? error.message : String(error)})`
  })
}
