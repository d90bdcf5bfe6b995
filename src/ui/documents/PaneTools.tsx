import { useMemo } from 'react'
import { useStores, useTranslate, useWorkspace } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { useOpenPicker } from '../picker/open-picker'
import { Menu, type MenuItem } from '../topbar/Menu'
import type { DocumentTab, TabView } from './document-tabs'
import { type AddableId, firstText, type Offer, offerOf } from './new-documents'
import { useRemove } from './use-remove'
import './layers.css'

const callerIds: readonly AddableId[] = ['permissionsBoundary', 'sessionPolicy', 'serviceControlPolicies']
const roleIds: readonly AddableId[] = ['resourceControlPolicies', 'roles']

/** An entry of the menu: number, name, and what it limits; or that it is there already. */
function AddLabel({ id, offer }: { id: AddableId; offer: Offer }) {
  const translate = useTranslate()
  if (offer === 'added')
    return (
      <span className="add has">
        <span className="d">
          <Glyph name="check" />
        </span>
        <b>{translate(`layers.new.${id}`)}</b>
        <span className="end">{translate('layers.added')}</span>
      </span>
    )
  return (
    <span className={`add${offer === 'new' ? '' : ' has'}`}>
      <span className="d num" aria-hidden="true">
        {id === 'roles' ? '+' : callerIds.includes(id) ? '2' : '3'}
      </span>
      <span>
        <b>{translate(`layers.new.${id}`)}</b>
        <i>{translate(offer === 'needs-session' ? 'layers.needs-session' : `layers.new.${id}.limits`)}</i>
      </span>
    </span>
  )
}

/** "+": every document that can stand beside these, that of the pressed column first. */
function AddMenu({ pane, more }: { pane: 'caller' | 'role'; more: readonly MenuItem[] }) {
  const translate = useTranslate()
  const { workspace } = useStores()
  const documents = useWorkspace((state) => state.documents)
  const situation = useWorkspace((state) => state.timeline.trace?.situation)
  const roles = situation?.roles ?? []
  const name = situation?.caller.name ?? ''
  const user = name === '' ? translate('name.caller') : name.charAt(0).toUpperCase() + name.slice(1)
  const [role, ...others] = roles
  const headings = {
    caller: translate('layers.limits-caller', { user }),
    role: others.length > 0 || !role ? translate('layers.limits-roles') : translate('layers.limits-role', { role: role.name }),
  }
  const groups = [
    { heading: headings.caller, ids: callerIds, pane: 'caller' },
    { heading: headings.role, ids: roleIds, pane: 'role' },
  ].sort((a, b) => Number(b.pane === pane) - Number(a.pane === pane))
  const offers = useMemo(
    () => new Map([...callerIds, ...roleIds].map((id) => [id, offerOf(id, documents, situation)])),
    [documents, situation],
  )
  const items = groups.flatMap(({ heading, ids }) =>
    ids.map((id): MenuItem => {
      const offer = offers.get(id) ?? 'nobody'
      return {
        id,
        text: translate(`layers.new.${id}`),
        group: heading,
        disabled: offer === 'needs-session' || offer === 'nobody',
        label: <AddLabel id={id} offer={offer} />,
        run: () => {
          if (offer === 'added') return workspace.getState().openPlace({ documentId: id, level: undefined, at: undefined })
          const text = firstText(id, documents, roles)
          if (text !== undefined) workspace.getState().addDocument(id, text)
        },
      }
    }),
  )
  return (
    <Menu
      className="plus"
      label={translate('layers.add')}
      button={<span aria-hidden="true">+</span>}
      align={pane === 'role' ? 'right' : 'left'}
      items={[...items, ...more]}
    />
  )
}

/** Beside the tabs of a column: what can be done with the open document, and what can be added. */
export function PaneTools({ pane, view }: { pane: DocumentTab['pane']; view: TabView }) {
  const translate = useTranslate()
  const remove = useRemove()
  const choose = useOpenPicker()
  if (pane === 'request')
    return (
      <div className="tools">
        <button type="button" className="choose" aria-label={translate('picker.open')} title={translate('picker.open')} onClick={choose}>
          <Glyph name="search" />
        </button>
      </div>
    )
  const name = view.role?.name ?? translate(view.tab.name)
  const removal = { id: 'remove', label: translate('layers.remove', { name }), run: () => remove(view) }
  // Beside the tabs of several roles there is room for one menu.
  const apart = !view.tab.always && !view.role?.side
  return (
    <div className="tools">
      {apart && <Menu className="plus" label={translate('layers.menu', { name })} button={<Glyph name="dots" />} items={[removal]} />}
      <AddMenu pane={pane} more={view.tab.always || apart ? [] : [{ ...removal, text: removal.label, group: name }]} />
    </div>
  )
}
