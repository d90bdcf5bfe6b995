import { writeFragment } from '../../lib/fragment'
import { exportMarkdown, exportMermaid } from '../../present'
import { decodeScenario, encodeScenario, readScenarioFile, textIn, writeScenarioFile } from '../../share'
import type { AppStores } from '../../state'
import { copyText } from '../copy-text'
import { saveBlob } from './save-blob'
import { sharedScenario } from './shared-scenario'

/** Largest file that is read at all, in bytes. */
const largestFile = 8_000_000

export interface ShareActions {
  readonly copyLink: () => void
  readonly saveFile: () => void
  readonly chooseFile: () => void
  readonly openFile: (file: File) => void
  readonly copyMermaid: () => void
  readonly copyMarkdown: () => void
  readonly saveImage: (format: 'png' | 'svg') => void
}

/** The scenario as a link and as a file, out and in. Nothing leaves the browser. */
export function createShareActions(stores: AppStores): ShareActions {
  const { notices, workspace, preferences } = stores
  const openFile = async (file: File) => {
    const { notify, dismiss } = notices.getState()
    // What was said about the file before would now seem to be about this one.
    for (const notice of notices.getState().notices) if (notice.key.startsWith('notice.file-')) dismiss(notice.id)
    if (file.size > largestFile) return notify('problem', 'notice.file-too-large')
    // A folder can be dropped like a file, but not read.
    const text = await file.text().catch(() => undefined)
    if (text === undefined) return notify('problem', 'notice.file-unreadable')
    const result = readScenarioFile(text)
    if (result.kind === 'error') {
      const { error } = result
      return notify('problem', `notice.file-${error.kind}`, error.kind === 'wrong-type' ? { member: error.member } : {})
    }
    await stores.complete()
    const before = workspace.getState()
    const title = textIn(result.scenario.title, preferences.getState().language)
    before.openDocuments(result.scenario.documents, title)
    const undo = { label: 'notice.undo', run: () => workspace.getState().bringBack(before) } as const
    const unknown = result.unknownDocuments
    if (unknown.length === 0) notify('info', 'notice.file-opened', { name: title ?? file.name }, undo)
    else notify('problem', 'notice.file-opened-in-part', { name: title ?? file.name, documents: unknown.join(', ') }, undo)
  }
  const copyAs = async (text: string, done: 'notice.mermaid-copied' | 'notice.markdown-copied') => {
    const copied = await copyText(text)
    notices.getState().notify(copied ? 'info' : 'problem', copied ? done : 'notice.copy-failed')
  }
  return {
    copyLink: () => {
      const code = encodeScenario(sharedScenario(stores))
      if (decodeScenario(code).kind === 'error') return notices.getState().notify('problem', 'notice.link-impossible')
      const fragment = writeFragment({ code, language: preferences.getState().language })
      const link = `${location.href.replace(/#.*$/, '')}#${fragment}`
      void copyText(link).then((copied) => {
        if (!copied) history.replaceState(null, '', `#${fragment}`)
        notices.getState().notify('info', copied ? 'notice.link-copied' : 'notice.link-shown')
      })
    },
    copyMermaid: () => {
      const text = exportMermaid(workspace.getState().timeline, preferences.getState().translate)
      if (text === '') notices.getState().notify('problem', 'notice.nothing-to-draw')
      else void copyAs(text, 'notice.mermaid-copied')
    },
    copyMarkdown: () => {
      const { timeline, documents } = workspace.getState()
      void copyAs(exportMarkdown(timeline, documents, preferences.getState().translate), 'notice.markdown-copied')
    },
    saveImage: (format) => void import('./export-image').then(({ saveImage }) => saveImage(stores, format)),
    saveFile: () =>
      saveBlob(
        `${workspace.getState().scenario?.id ?? 'passrole-lab'}.scenario.json`,
        new Blob([writeScenarioFile(sharedScenario(stores))], { type: 'application/json' }),
      ),
    chooseFile: () => {
      const input = document.createElement('input')
      input.type = 'file'
      input.accept = '.json,application/json'
      input.onchange = () => {
        const [file] = input.files ?? []
        if (file) void openFile(file)
      }
      input.click()
    },
    openFile: (file) => void openFile(file),
  }
}
