import { writeFragment } from '../../lib/fragment'
import { encodeScenario, readScenarioFile, type SharedScenario, textIn, writeScenarioFile } from '../../share'
import type { AppStores } from '../../state'
import { copyText } from '../copy-text'

function current({ workspace, preferences }: AppStores): SharedScenario {
  const { documents, scenario, title } = workspace.getState()
  const { translate } = preferences.getState()
  const name = title ?? (scenario ? translate(`scenario.${scenario.id as 'clean-hand-over'}.title`) : undefined)
  return { documents, ...(name === undefined ? {} : { title: name }) }
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Largest file that is read at all, in bytes. */
const largestFile = 8_000_000

export interface ShareActions {
  readonly copyLink: () => void
  readonly saveFile: () => void
  readonly chooseFile: () => void
  readonly openFile: (file: File) => void
}

/** The scenario as a link and as a file, out and in. Nothing leaves the browser. */
export function createShareActions(stores: AppStores): ShareActions {
  const { notices, workspace, preferences } = stores
  const openFile = async (file: File) => {
    const { notify } = notices.getState()
    if (file.size > largestFile) return notify('problem', 'notice.file-too-large')
    const result = readScenarioFile(await file.text())
    if (result.kind === 'error') {
      const { error } = result
      return notify('problem', `notice.file-${error.kind}`, error.kind === 'wrong-type' ? { member: error.member } : {})
    }
    const title = textIn(result.scenario.title, preferences.getState().language)
    workspace.getState().openDocuments(result.scenario.documents, title)
    notify('info', 'notice.file-opened', { name: title ?? file.name })
  }
  return {
    copyLink: () => {
      const fragment = writeFragment({ code: encodeScenario(current(stores)), language: preferences.getState().language })
      const link = `${location.href.replace(/#.*$/, '')}#${fragment}`
      void copyText(link).then((copied) => {
        if (!copied) history.replaceState(null, '', `#${fragment}`)
        notices.getState().notify('info', copied ? 'notice.link-copied' : 'notice.link-shown')
      })
    },
    saveFile: () => download(`${workspace.getState().scenario?.id ?? 'passrole-lab'}.scenario.json`, writeScenarioFile(current(stores))),
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
