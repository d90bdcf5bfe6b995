import type { CSSProperties, ReactNode } from 'react'
import { type Narration, segmentIndexAt } from '../../present'
import { isScenarioId, scenarioIds } from '../../scenarios'
import { usePlayback, useTranslate, useWorkspace } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { useNarration } from '../narration/use-narration'
import { Fill } from '../playback/Fill'
import { RichText } from '../RichText'
import { padding, presenterColumns, presenterScale as stageScale } from '../stage/plan'
import { Stage } from '../stage/Stage'
import { fittingSize } from '../text-width'
import { Evidence } from './Evidence'
import '../documents/documents.css'
import '../narration/narration.css'
import './presenter.css'

/** Rows of code at full size that have room on a screen of this height, in units: what is left of it by head, stage, header and foot. */
const roomyRows = (height: number) => (height - 188 - 268 * stageScale - 56 - 10 - 54 - 16) / 40

/** The screen that everything is measured for, in px; on any other, all of it is larger or smaller in proportion. */
const reference = { width: 1920, height: 1080 } as const

export interface Size {
  readonly width: number
  readonly height: number
}

function Seal({ seal }: { seal: Narration['seal'] }) {
  switch (seal.kind) {
    case 'play':
      return (
        <span className="seal idle">
          <Glyph name="q" />
        </span>
      )
    case 'allow':
    case 'deny':
      return (
        <span className={`seal ${seal.kind}`}>
          <Glyph name={seal.kind === 'allow' ? 'check' : 'x'} />
        </span>
      )
    case 'flag':
    case 'unreadable':
      return <span className="seal">?</span>
    case 'station':
      return <span className={`seal ${seal.speaker ?? ''}`}>{seal.text}</span>
  }
}

/** How far the run has come, without a word. Before it began the bar keeps to itself how it ends. */
function Progress() {
  const timeline = useWorkspace((state) => state.timeline)
  const started = usePlayback((state) => state.started)
  return (
    <span className="progress" aria-hidden="true">
      {timeline.segments
        .filter((segment) => segment.id !== 'wait')
        .map((segment) => (
          <i
            key={segment.id}
            className={started && !segment.reached ? 'nr' : ''}
            style={{ '--c': `var(--${segment.speaker})` } as CSSProperties}
          >
            <Fill start={segment.start} end={segment.end} reached={segment.reached} />
          </i>
        ))}
    </span>
  )
}

/** The scenario's number and title as the foot of the page has them. */
export function useScenarioName(): { readonly index: number; readonly name: string } {
  const translate = useTranslate()
  const id = useWorkspace((state) => state.scenario?.id)
  const title = useWorkspace((state) => state.title)
  if (id === undefined || !isScenarioId(id)) return { index: -1, name: title ?? translate('topbar.own') }
  const index = scenarioIds.indexOf(id)
  return { index, name: `${String(index + 1).padStart(2, '0')} ${translate(`scenario.${id}.title`)}` }
}

/** The name of the step at the playhead; undefined before the first. Only the steps that this run reaches count. */
export function stepAt(
  timeline: Parameters<typeof segmentIndexAt>[0],
  t: number,
): { readonly index: number; readonly count: number } | undefined {
  const reached = timeline.segments.filter((segment) => segment.reached)
  const current = t <= 0 ? undefined : timeline.segments[segmentIndexAt(timeline, t)]
  const index = current ? reached.findIndex((segment) => segment.id === current.id) : -1
  return index < 0 ? undefined : { index, count: reached.length }
}

/** Widest headline at full size, in em of it: one line beside the seal. */
const headlineRoom = { en: 29.5, ja: 32.5 } as const

interface PresenterViewProps {
  readonly size: Size
  /** Instead of the scenario's place in the list. */
  readonly foot?: ReactNode
}

/** Narration, stage, and the statement that decides, as large as the room needs them. Nothing here can be pressed but the stage. */
export function PresenterView({ size, foot }: PresenterViewProps) {
  const translate = useTranslate()
  const narration = useNarration()
  const { index, name } = useScenarioName()
  const unit = Math.min(size.width / reference.width, size.height / reference.height)
  const side = 64 * unit
  const stageWidth = size.width - 2 * (side - padding)
  const headline = narration.headline.map((segment) => segment.text).join('')
  return (
    <div className="pres n" style={{ '--u': `${unit}px`, width: size.width, height: size.height } as CSSProperties}>
      <div className="hd">
        <Seal seal={narration.seal} />
        <div>
          <h1 style={{ '--fit': fittingSize(headline, headlineRoom[translate.language], 0.7) } as CSSProperties}>
            <RichText of={narration.headline} />
          </h1>
          <p>
            <RichText of={narration.body} />
          </p>
        </div>
      </div>
      <div className="st" style={{ margin: `0 ${-padding}px` }}>
        <Stage layout="presenter" scale={stageScale * unit} />
      </div>
      <Evidence columns={presenterColumns(stageWidth, unit)} scale={unit} rows={roomyRows(size.height / unit)} />
      <div className="ft">
        <b>{name}</b>
        <Progress />
        <span className="rest">{foot ?? (index < 0 ? '' : `${index + 1} / ${scenarioIds.length}`)}</span>
      </div>
    </div>
  )
}
