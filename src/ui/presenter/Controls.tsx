import type { ReactNode } from 'react'
import type { MessageKey } from '../../i18n'
import { useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import type { PresentCommand } from './present-command'

interface Control {
  readonly command: PresentCommand
  readonly label: MessageKey
  readonly face: ReactNode
}

const controlsOf = (playing: boolean): readonly Control[] => [
  { command: { kind: 'back' }, label: 'playback.previous', face: <Glyph name="prev" /> },
  { command: { kind: 'toggle' }, label: playing ? 'playback.pause' : 'playback.play', face: <Glyph name={playing ? 'pause' : 'play'} /> },
  { command: { kind: 'forward' }, label: 'playback.next', face: <Glyph name="next" /> },
  { command: { kind: 'blank' }, label: 'presenter.blank', face: 'B' },
  { command: { kind: 'trainer' }, label: 'presenter.trainer', face: 'N' },
  { command: { kind: 'full-screen' }, label: 'presenter.full-screen', face: 'F' },
  { command: { kind: 'leave' }, label: 'presenter.leave', face: <Glyph name="close" /> },
]

/** What the keys do, for a pointer or a finger. Seen while the pointer moves, or one of them has the focus. */
export function Controls({ playing, onCommand }: { playing: boolean; onCommand: (command: PresentCommand) => void }) {
  const translate = useTranslate()
  return (
    <div className="pres-controls" role="toolbar" aria-label={translate('presenter.controls')}>
      {controlsOf(playing).map(({ command, label, face }) => (
        <button key={command.kind} type="button" aria-label={translate(label)} title={translate(label)} onClick={() => onCommand(command)}>
          {face}
        </button>
      ))}
    </div>
  )
}
