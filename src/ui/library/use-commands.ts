import { useMemo } from 'react'
import { useStores, useTranslate } from '../AppStores'
import { solve } from '../challenge/use-challenge'
import type { ShareActions } from '../share/share-actions'

/** Something the page can do, by name. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly keys?: string
  readonly run: () => void
}

/** What the page itself brings to the commands. */
export interface CommandSources {
  readonly share: ShareActions
  readonly reset: () => void
  readonly next: () => void
  readonly previous: () => void
  readonly help: () => void
  readonly present: () => void
  readonly choose: () => void
  /** Reads an error message; of an empty text it asks for one. */
  readonly pasteError: (text: string) => void
}

/** What the page can do, by name: the palette lists it. */
export function useCommands({ share, reset, next, previous, help, present, choose, pasteError }: CommandSources): readonly Command[] {
  const translate = useTranslate()
  const stores = useStores()
  const { playback, preferences, progress, workspace } = stores
  return useMemo(
    () => [
      {
        id: 'play',
        label: translate('command.play'),
        keys: 'Home Space',
        run: () => {
          playback.getState().toStart()
          playback.getState().play()
        },
      },
      { id: 'next', label: translate('topbar.next'), keys: ']', run: next },
      { id: 'previous', label: translate('topbar.previous'), keys: '[', run: previous },
      ...(workspace.getState().scenario?.solution
        ? [{ id: 'challenge', label: translate('command.challenge'), run: () => void solve(stores) }]
        : []),
      { id: 'choose-call', label: translate('picker.title'), run: choose },
      { id: 'paste-error', label: translate('paste.command'), run: () => pasteError('') },
      { id: 'reset', label: translate('menu.reset'), run: reset },
      { id: 'present', label: translate('command.present'), run: present },
      { id: 'copy-link', label: translate('menu.copy-link'), run: share.copyLink },
      { id: 'save-file', label: translate('menu.save-file'), run: share.saveFile },
      { id: 'copy-mermaid', label: translate('menu.copy-mermaid'), run: share.copyMermaid },
      { id: 'copy-markdown', label: translate('menu.copy-markdown'), run: share.copyMarkdown },
      { id: 'save-png', label: translate('menu.save-png'), run: () => share.saveImage('png') },
      { id: 'save-svg', label: translate('menu.save-svg'), run: () => share.saveImage('svg') },
      { id: 'open-file', label: translate('menu.open-file'), run: share.chooseFile },
      {
        id: 'language',
        label: translate('command.language'),
        run: () => void preferences.getState().setLanguage(translate.language === 'en' ? 'ja' : 'en'),
      },
      { id: 'forget', label: translate('command.forget'), run: () => progress.getState().forget() },
      { id: 'shortcuts', label: translate('menu.shortcuts'), keys: '?', run: help },
    ],
    [translate, stores, playback, preferences, progress, workspace, share, reset, next, previous, help, present, choose, pasteError],
  )
}
