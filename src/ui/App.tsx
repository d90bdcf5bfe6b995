import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { isScenarioId, loadScenario, type ScenarioId, scenarioIds } from '../scenarios'
import { useStores, useTranslate } from './AppStores'
import { solve } from './challenge/use-challenge'
import { DirectMovesContext } from './direct/direct-moves'
import { usePageMoves } from './direct/use-direct-moves'
import { Documents } from './documents/Documents'
import { useEvidence } from './editor/use-evidence'
import { GlyphSprite } from './icons/GlyphSprite'
import { useShortcuts } from './keyboard/use-shortcuts'
import { layoutParts, loadLayout } from './layout-parts'
import { Main } from './Main'
import { NarrationPanel } from './narration/NarrationPanel'
import { OpenPicker } from './picker/open-picker'
import { PlaybackBar } from './playback/PlaybackBar'
import { NoticeBar } from './share/NoticeBar'
import { useFileDrop } from './share/use-file-drop'
import { useShareActions } from './share/use-share-actions'
import { Stage } from './stage/Stage'
import type { Mode } from './topbar/ModeSwitch'
import { TopBar } from './topbar/TopBar'
import { useReducedMotion } from './use-reduced-motion'
import { useTheme } from './use-theme'
import { type Layout, useLayout } from './use-viewport'
import './tokens.css'
import './base.css'
import './app.css'

const EmbedLink = lazy(async () => ({ default: (await import('./share/EmbedLink')).EmbedLink }))
const Compare = lazy(async () => ({ default: (await import('./compare/Compare')).Compare }))
const LibraryDialog = lazy(async () => ({ default: (await import('./library/LibraryDialog')).LibraryDialog }))
const PickerDialog = lazy(async () => ({ default: (await import('./picker/PickerDialog')).PickerDialog }))
const PasteDialog = lazy(async () => ({ default: (await import('./paste-error/PasteDialog')).PasteDialog }))
const ShortcutDialog = lazy(async () => ({ default: (await import('./keyboard/ShortcutDialog')).ShortcutDialog }))
// With the editors: it wears their styles.
const Presenter = lazy(async () => {
  await import('./editor/evidence')
  return { default: (await import('./presenter/Presenter')).Presenter }
})

function useScenarioCommands() {
  const { workspace, notices, complete } = useStores()
  const open = useCallback(
    async (id: ScenarioId) => {
      const [scenario] = await Promise.all([loadScenario(id), complete()])
      workspace.getState().openScenario(scenario)
    },
    [workspace, complete],
  )
  const by = useCallback(
    (step: number) => {
      const id = workspace.getState().scenario?.id ?? ''
      const index = isScenarioId(id) ? scenarioIds.indexOf(id) : step > 0 ? -1 : 0
      const next = scenarioIds[(index + step + scenarioIds.length) % scenarioIds.length]
      if (next) void open(next)
    },
    [workspace, open],
  )
  const reset = useCallback(() => {
    workspace.getState().resetAll()
    notices.getState().notify('info', 'notice.reset')
  }, [workspace, notices])
  const previous = useCallback(() => by(-1), [by])
  const next = useCallback(() => by(1), [by])
  return { open, previous, next, reset }
}

/** `<html lang>`, the title and the theme follow the preferences. */
function useDocumentElement(): void {
  const translate = useTranslate()
  useTheme()
  useReducedMotion()
  useEffect(() => {
    document.documentElement.lang = translate.language
    document.title = `${translate('app.name')}: iam:PassRole, sts:AssumeRole`
  }, [translate])
}

const PhoneMain = lazy(async () => ({ default: (await layoutParts.phone()).PhoneMain }))
const TabletDocuments = lazy(async () => ({ default: (await layoutParts.tablet()).TabletDocuments }))

/** What stands under the top bar, in the layout that the window has room for. */
function LayoutMain({ layout, onNextScenario }: { layout: Layout; onNextScenario: () => void }) {
  if (layout === 'phone') return <PhoneMain onNextScenario={onNextScenario} />
  return (
    <>
      <NarrationPanel onNextScenario={onNextScenario} withAside={layout !== 'tablet'} />
      <Stage layout={layout} />
      {layout === 'tablet' ? <TabletDocuments onNextScenario={onNextScenario} /> : <Documents />}
      <PlaybackBar />
    </>
  )
}

/** The page. */
export function App() {
  const translate = useTranslate()
  const { open, previous, next, reset } = useScenarioCommands()
  const stores = useStores()
  const { embedded } = stores
  const share = useShareActions()
  const [help, setHelp] = useState(false)
  const toggleHelp = useCallback(() => setHelp((shown) => !shown), [])
  const [mode, setMode] = useState<Mode>('one')
  const compare = useCallback(() => setMode('compare'), [])
  const moves = usePageMoves(compare)
  const [library, setLibrary] = useState(false)
  const openLibrary = useCallback(() => setLibrary(true), [])
  const [presenting, setPresenting] = useState(false)
  const present = useCallback(() => {
    // Opened from the library, which would be there again afterwards.
    setLibrary(false)
    setPresenting(true)
  }, [])
  const endPresenting = useCallback(() => {
    flushSync(() => setPresenting(false))
    // Where there is no room for the button, it stands in the last menu.
    const button = document.getElementById('present')
    const menus = document.querySelectorAll<HTMLElement>('.top [aria-haspopup=menu]')
    ;(button?.offsetParent ? button : menus[menus.length - 1])?.focus()
  }, [])
  const [picker, setPicker] = useState(false)
  const openPicker = useCallback(() => setPicker(true), [])
  /** An error message that was pasted; empty: asked for one. */
  const [pasted, setPasted] = useState<string>()
  useShortcuts({ previousScenario: previous, nextScenario: next, openLibrary, toggleHelp })
  useDocumentElement()
  const openFile = useCallback(
    (file: File) =>
      void import('./paste-error/error-in-file').then(async ({ errorInFile }) => {
        const text = await errorInFile(file)
        if (text === undefined) share.openFile(file)
        else setPasted(text)
      }),
    [share],
  )
  useFileDrop(openFile)
  const layout = useLayout()
  useEffect(() => void loadLayout(layout), [layout])
  const evidence = useEvidence()
  useEffect(() => {
    if (!evidence) return
    if (evidence.keptChallengeId(stores) !== undefined) void solve(stores, true)
    void import('./print').then(({ preparePrinting }) => preparePrinting())
    return evidence.listenForErrors(setPasted)
  }, [evidence, stores])
  if (presenting) {
    return (
      <Suspense>
        <Presenter onScenario={open} onLeave={endPresenting} />
      </Suspense>
    )
  }
  return (
    <div className="app" data-layout={layout} data-embed={embedded || undefined}>
      <GlyphSprite />
      {evidence && <evidence.LateGlyphs />}
      <nav className="skip-links" aria-label={translate('skip.path')}>
        <a href="#path">{translate('skip.path')}</a>
        <a href="#documents">{translate('skip.documents')}</a>
        <a href="#playback">{translate('skip.playback')}</a>
      </nav>
      {embedded ? (
        <Suspense fallback={<header className="embed" />}>
          <EmbedLink />
        </Suspense>
      ) : (
        <TopBar
          onScenario={(id) => void open(id)}
          onPrevious={previous}
          onNext={next}
          onCopyLink={share.copyLink}
          onSaveFile={share.saveFile}
          onOpenFile={share.chooseFile}
          onCopyMermaid={share.copyMermaid}
          onCopyMarkdown={share.copyMarkdown}
          onReset={reset}
          onShortcuts={() => setHelp(true)}
          onLibrary={openLibrary}
          onPresent={present}
          onSaveImage={share.saveImage}
          mode={mode}
          onMode={setMode}
        />
      )}
      <Main>
        <OpenPicker value={openPicker}>
          <DirectMovesContext value={moves}>
            <Suspense>{mode === 'compare' ? <Compare /> : <LayoutMain layout={layout} onNextScenario={next} />}</Suspense>
          </DirectMovesContext>
        </OpenPicker>
      </Main>
      <NoticeBar />
      {library && (
        <Suspense>
          <LibraryDialog
            sources={{ share, reset, next, previous, help: toggleHelp, present, choose: openPicker, pasteError: setPasted }}
            onOpen={(id, asChallenge) => void open(id).then(() => (asChallenge ? solve(stores) : undefined))}
            onClose={() => setLibrary(false)}
          />
        </Suspense>
      )}
      {picker && (
        <Suspense>
          <PickerDialog onClose={() => setPicker(false)} />
        </Suspense>
      )}
      {pasted !== undefined && (
        <Suspense>
          <PasteDialog text={pasted} onLesson={(id) => void open(id)} onClose={() => setPasted(undefined)} />
        </Suspense>
      )}
      {help && (
        <Suspense>
          <ShortcutDialog onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </div>
  )
}
