import { useEffect, useMemo, useRef, useState } from 'react'
import {
  buildScene,
  type CompareCell,
  type Comparison,
  compareHeadline,
  compareRuns,
  compareTable,
  narrate,
  noLesson,
  shareClock,
  type TerminalPanel,
  type Timeline,
} from '../../present'
import { runDocuments } from '../../simulate'
import { usePlayback, useStores, useTranslate, useWorkspace } from '../AppStores'
import { useEvidence } from '../editor/use-evidence'
import { LiveRegion } from '../narration/LiveRegion'
import { PlaybackBar } from '../playback/PlaybackBar'
import { RichText } from '../RichText'
import { sameShape } from '../same-shape'
import { Mark } from '../stage/GateNode'
import { stageScale, useLayout } from '../use-viewport'
import { DualRails } from './DualRails'
import { Half } from './Half'
import './compare.css'

type Both = Extract<Comparison, { kind: 'both' }>

/** Each half's time at a position of the playhead, which is the time of the request in the editor. */
function useClocks({ clock, pass, take }: Both) {
  return useMemo(() => {
    const same = (t: number) => Math.max(0, Math.min(clock.end, t))
    const railOf = (timeline: Timeline) => {
      if (timeline === clock) return { timeAt: same, toShared: same }
      const { toOther, toOwn } = shareClock(clock, timeline)
      return { timeAt: toOther, toShared: toOwn }
    }
    return { end: clock.end, pass: railOf(pass.timeline), take: railOf(take.timeline) }
  }, [clock, pass, take])
}

type Clocks = ReturnType<typeof useClocks>

function Cell({ cell }: { cell: CompareCell }) {
  const translate = useTranslate()
  return (
    <>
      <span>
        <RichText of={cell.text} />
      </span>
      {cell.mark && (
        <>
          <Mark state={cell.mark} />
          <span className="sr">{translate(cell.mark === 'ok' ? 'compare.yes' : 'compare.no')}</span>
        </>
      )}
    </>
  )
}

function Table({ both }: { both: Both }) {
  const translate = useTranslate()
  const rows = useMemo(() => compareTable(both, buildScene(both.take.timeline, translate), translate), [both, translate])
  return (
    <table className="tbl n" aria-label={translate('compare.table')}>
      <colgroup>
        <col />
        <col className="q" />
        <col />
      </colgroup>
      <thead className="sr">
        <tr>
          <th scope="col">{translate('compare.pass')}</th>
          <td />
          <th scope="col">{translate('compare.take')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row={row.id}>
            <td className="l">
              <div>
                <Cell cell={row.pass} />
              </div>
            </td>
            <th scope="row">
              <RichText of={row.question} />
            </th>
            <td>
              <div>
                <Cell cell={row.take} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What her own terminal shows of the direct call. */
function TakeTerminal({ both, timeAt }: { both: Both; timeAt: (t: number) => number }) {
  const translate = useTranslate()
  // With the editors, whose file has the terminal as well.
  const evidence = useEvidence()
  const kept = useRef<TerminalPanel | undefined>(undefined)
  const panel = usePlayback((state) => {
    const [next] = evidence?.terminalPanels(both.take.timeline, timeAt(state.t), translate) ?? []
    if (!sameShape(kept.current, next)) kept.current = next
    return kept.current
  })
  return evidence && panel ? <evidence.Terminal panel={panel} bare /> : null
}

/** Says both sides once per step: the handing over, then the taking. */
function useSaid(both: Both, clocks: Clocks): string {
  const translate = useTranslate()
  return usePlayback(({ t }) =>
    (['pass', 'take'] as const)
      .map((side) => {
        const { headline } = narrate(both[side].timeline, clocks[side].timeAt(t), translate, noLesson)
        return translate('compare.half', { title: translate(`compare.${side}`), headline: headline.map((part) => part.text).join('') })
      })
      .join(' '),
  )
}

interface BothProps {
  readonly both: Both
  readonly onRole: (roleArn: string) => void
}

function BothWays({ both, onRole }: BothProps) {
  const translate = useTranslate()
  const layout = useLayout()
  const clocks = useClocks(both)
  const over = usePlayback((state) => state.t > 0 && state.t >= clocks.end)
  const headline = useMemo(() => compareHeadline(both, over, translate), [both, over, translate])
  const said = useSaid(both, clocks)
  const scale = Math.min(stageScale[layout], 1.12)
  const rails = [
    { id: 'pass', name: 'PassRole', timeline: both.pass.timeline, toShared: clocks.pass.toShared },
    { id: 'take', name: 'AssumeRole', timeline: both.take.timeline, toShared: clocks.take.toShared },
  ] as const
  return (
    <>
      <header className="cmp-hd n">
        <h1>
          <RichText of={headline} />
        </h1>
        <p>
          {both.given === 'take' ? (
            <RichText of={translate.rich('compare.sub.take', { user: buildScene(both.take.timeline, translate).user.name })} />
          ) : (
            translate('compare.sub')
          )}
          {both.roles.length > 1 && (
            <label>
              {translate('compare.role')}
              <select value={both.role.roleArn} onChange={(event) => onRole(event.target.value)}>
                {both.roles.map((role) => (
                  <option key={role.roleArn} value={role.roleArn}>
                    {role.name}
                  </option>
                ))}
              </select>
            </label>
          )}
        </p>
        <LiveRegion text={said} />
      </header>
      <div id="path" className="duo" tabIndex={-1}>
        <Half side="pass" half={both.pass} timeAt={clocks.pass.timeAt} scale={scale} />
        <Half side="take" half={both.take} timeAt={clocks.take.timeAt} scale={scale} />
      </div>
      <section id="documents" className="cmp-rest" tabIndex={-1} aria-label={translate('compare.table')}>
        <Table both={both} />
        <TakeTerminal both={both} timeAt={clocks.take.timeAt} />
      </section>
      <PlaybackBar>
        <DualRails rails={rails} end={clocks.end} />
      </PlaybackBar>
    </>
  )
}

/** The same documents, asked in two ways: the role handed over, and taken on by the caller. Both answers come from the texts in the editors. */
export function Compare() {
  const translate = useTranslate()
  const { preferences, workspace } = useStores()
  const documents = useWorkspace((state) => state.documents)
  const timeline = useWorkspace((state) => state.timeline)
  const [roleArn, setRoleArn] = useState<string>()
  useEffect(() => {
    // What the page fetches after its first paint may not be here yet.
    void Promise.all([preferences.getState().completeMessages(), workspace.getState().complete()])
  }, [preferences, workspace])
  const comparison = useMemo(() => compareRuns(documents, timeline, runDocuments, roleArn), [documents, timeline, roleArn])
  if (comparison.kind === 'both') return <BothWays both={comparison} onRole={setRoleArn} />
  const said = translate(`compare.none.${comparison.why}`)
  return (
    <>
      <header className="cmp-hd n">
        <h1>{translate('compare.none.title')}</h1>
        <p>{said}</p>
        <LiveRegion text={said} />
      </header>
      <div id="path" className="duo none" tabIndex={-1} />
      <div id="documents" tabIndex={-1} />
      <PlaybackBar />
    </>
  )
}
