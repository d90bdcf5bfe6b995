import type { KeyboardEvent } from 'react'
import { type EditorHighlight, timeOfStation } from '../../present'
import type { DocumentId } from '../../simulate'
import type { AppStores } from '../../state'
import { useTranslate } from '../AppStores'
import { Mark } from '../stage/GateNode'
import { useLayout } from '../use-viewport'
import { type Side, type TabView, turned } from './document-tabs'
import { ErrorSign } from './TabLabel'
import { useRoleAnswers } from './use-role-answers'
import './role-tabs.css'

/** Where ③ has asked about the role already, the playhead goes there: the gate, its thread and the marks speak of that role then. */
export function turnTo({ workspace, playback }: AppStores, { role }: TabView, highlights: readonly EditorHighlight[]): void {
  if (role?.side !== 'trust' || role.letter === undefined) return
  const time = timeOfStation(workspace.getState().timeline, `3${role.letter}`)
  const isRead = highlights.some(({ station }) => station === `3${role.letter}`)
  if (!isRead && time !== undefined && playback.getState().t >= time) playback.getState().seek(time)
}

const words = { ok: 'verdict.allow', no: 'verdict.deny', skip: 'layers.mark.skip', unreadable: 'verdict.unreadable' } as const

interface RoleTabLabelProps {
  readonly view: TabView
  readonly selected: boolean
  /** How many roles there are: of more than two only the selected one is named. */
  readonly count: number
  /** The document that is open. */
  readonly open: DocumentId
}

/** A role's tab: its number until ③ has asked about it and its mark after that; where there is no room for the name, the number alone. */
export function RoleTabLabel({ view: { tab, role }, selected, count, open }: RoleTabLabelProps) {
  const translate = useTranslate()
  const mark = useRoleAnswers().find(({ letter }) => letter === role?.letter)?.assume
  const layout = useLayout()
  if (!role) return null
  const named = selected || (count <= 2 && layout !== 'landscape')
  const station = `3${role.letter ?? ''}`
  const said = translate(role.side === 'permissions' ? 'document.tab.permissions' : 'document.tab.trust', { station, role: role.name })
  return (
    <>
      <span className="sr">
        {said} {mark && translate(words[mark])}
      </span>
      {!(named && mark) && (
        <span className={`rn ${mark ?? ''}`} aria-hidden="true">
          {station}
        </span>
      )}
      {named && (
        <span className="r" aria-hidden="true">
          {role.name}
        </span>
      )}
      {named && mark && (
        <span className="lm" aria-hidden="true">
          <Mark state={mark} />
        </span>
      )}
      {tab.id !== open && <ErrorSign documentId={tab.id} />}
    </>
  )
}

const sides: readonly Side[] = ['trust', 'permissions']

/** Which of the selected role's two documents is shown. */
export function Sides({
  views,
  view,
  onChoose,
}: {
  views: readonly TabView[]
  view: TabView
  onChoose: (key: string | undefined) => void
}) {
  const translate = useTranslate()
  const choose = (side: Side) => onChoose(turned(views, view, side)?.key)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.key.startsWith('Arrow')) return
    event.preventDefault()
    event.stopPropagation()
    const other = event.currentTarget.querySelector<HTMLButtonElement>('[aria-checked=false]')
    other?.focus()
    other?.click()
  }
  return (
    <div className="mini" role="radiogroup" aria-label={translate('document.sides', { role: view.role?.name ?? '' })} onKeyDown={onKeyDown}>
      {sides.map((side) => {
        const other = turned(views, view, side)
        const checked = view.role?.side === side
        return (
          // biome-ignore lint/a11y/useSemanticElements: two buttons that look like one switch; arrows move between them.
          <button key={side} type="button" role="radio" aria-checked={checked} tabIndex={checked ? 0 : -1} onClick={() => choose(side)}>
            {translate(side === 'trust' ? 'document.trustPolicy.short' : 'document.rolePolicy.short')}
            {other && other.tab.id !== view.tab.id && <ErrorSign documentId={other.tab.id} />}
          </button>
        )
      })}
    </div>
  )
}
