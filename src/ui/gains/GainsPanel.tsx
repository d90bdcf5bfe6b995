import { useMemo } from 'react'
import {
  actionList,
  type Can,
  callerName,
  type FoundPath,
  type GainRow,
  type Gains,
  gainsOf,
  narrowPassRole,
  resourceList,
} from '../../present'
import { authorityOf, type PassedRole, type Trace } from '../../simulate'
import { useStores, useTranslate, useWorkspace } from '../AppStores'
import { RichText } from '../RichText'
import { Mark } from '../stage/GateNode'
import './gains.css'

/** The role whose permissions are compared: the one that the workload acts as. */
function subjectOf(trace: Trace): PassedRole | undefined {
  const { roles, workload } = trace.situation
  const act = trace.steps.find((step) => step.kind === 'authorization' && step.check === 'role-permission')
  const arn = workload?.roleArn ?? (act?.kind === 'authorization' ? act.roleArn : undefined)
  return roles.find((role) => role.roleArn === arn) ?? roles.find((role) => role.passSite?.use !== 'execution') ?? roles[0]
}

function timeOf(trace: Trace): string | undefined {
  const step = trace.steps.find((candidate) => candidate.kind === 'authorization')
  const now = step?.kind === 'authorization' ? step.evaluation?.request.contextKeys['aws:CurrentTime'] : undefined
  return typeof now === 'string' ? now : undefined
}

function Answer({ can }: { can: Can }) {
  const translate = useTranslate()
  if (can !== 'yes') return <span className="less">{translate(`gains.${can}`)}</span>
  return (
    <>
      <Mark state="ok" />
      <span className="sr">{translate('gains.yes')}</span>
    </>
  )
}

function Row({ row }: { row: GainRow }) {
  const translate = useTranslate()
  const where = resourceList(row.resources)
  const actions = actionList(row.actions)
  const full = `${row.actions.join(', ')}: ${row.resources.join(', ')}`
  return (
    <tr className={row.gained ? 'gx' : ''} data-gained={row.gained}>
      <td title={full}>
        <div>
          {row.atLeast && <small>{translate('gains.at-least')}</small>}
          <code>{row.except ? translate('gains.except', { what: actions === '' ? (where ?? '') : actions }) : actions}</code>
          <small className="where">
            {where === undefined ? translate('gains.everywhere') : translate('gains.on', { resource: where })}
          </small>
        </div>
      </td>
      <td className="c">
        <Answer can={row.caller} />
      </td>
      <td className="c">
        <Answer can={row.role} />
      </td>
    </tr>
  )
}

interface Names {
  readonly user: string
  readonly role: string
}

function Ingredients({ found }: { found: FoundPath }) {
  const translate = useTranslate()
  return (
    <ul className="combo">
      {found.ingredients.map(({ action, given }) => (
        <li key={action}>
          <Mark state={given ? 'ok' : 'skip'} />
          <span className="sr">{translate(given ? 'gains.yes' : 'gains.no')}</span>
          <code>{action}</code>
        </li>
      ))}
    </ul>
  )
}

function PathLink({ id }: { id: string }) {
  const translate = useTranslate()
  return (
    <a href={`https://pathfinding.cloud/paths/${id}`} target="_blank" rel="noreferrer" aria-label={translate('gains.open', { id })}>
      <code>{id}</code>
    </a>
  )
}

function Warning({ paths, names }: { paths: readonly FoundPath[]; names: Names }) {
  const translate = useTranslate()
  const [first, ...others] = paths
  if (!first) {
    return (
      <>
        <h3>{translate('gains.no-path')}</h3>
        <p>
          <RichText of={translate.rich('gains.no-path-text', { ...names })} />
        </p>
      </>
    )
  }
  const { path, complete } = first
  const missing = first.ingredients.find(({ given }) => !given)?.action ?? ''
  const params = { ...names, service: path.service, action: missing }
  // Japanese sentences stand side by side.
  const between = translate.language === 'ja' ? '' : ' '
  return (
    <>
      <h3>
        <svg className="g" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.2h.01" />
        </svg>
        <span>{translate(complete ? 'gains.path' : 'gains.path-near', params)}</span>
      </h3>
      <Ingredients found={first} />
      <p>
        <RichText of={translate.rich(complete ? 'gains.path-text' : 'gains.path-near-text', params)} />
        {between}
        {translate('gains.filed')} <PathLink id={path.id} />{' '}
        {path.rhino === undefined ? translate('gains.at') : translate('gains.rhino', { number: path.rhino })}
        {others.length > 0 && `${between}${translate('gains.others', { ids: others.map((other) => other.path.id).join(', ') })}`}
      </p>
    </>
  )
}

/** The one button: the next step towards the least, as one edit of document 2 that its editor can take back. */
function Narrow({ roles }: { roles: readonly PassedRole[] }) {
  const translate = useTranslate()
  const { workspace, notices } = useStores()
  const text = useWorkspace((state) => state.documents.identityPolicy ?? '')
  const narrowing = useMemo(
    () =>
      narrowPassRole(
        text,
        roles.map((role) => role.roleArn),
        roles[0]?.passSite?.passedToService,
      ),
    [text, roles],
  )
  if (!narrowing) return null
  const label =
    narrowing.kind === 'condition'
      ? translate('gains.narrow-condition')
      : roles.length > 1
        ? translate('gains.narrow-roles')
        : translate('gains.narrow-resource', { role: roles[0]?.name ?? '' })
  const narrow = async () => {
    // With the editors, which are here by now: it must not pull them into what is fetched first.
    const api = await import('../editor/evidence')
    // As if it had been typed: one edit, one step of Undo, and the playhead stays where it is.
    const model = api.modelOf('identityPolicy', text)
    model.pushStackElement()
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text: narrowing.text }], () => null)
    model.pushStackElement()
    workspace.getState().edit('identityPolicy', model.getValue())
    notices.getState().notify('info', 'gains.narrowed')
  }
  return (
    <button type="button" className="btn" onClick={() => void narrow()}>
      {label}
    </button>
  )
}

function Body({ gains, names, roles }: { gains: Gains; names: Names; roles: readonly PassedRole[] }) {
  const translate = useTranslate()
  return (
    <>
      {/* Scrolls, so it has to be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs a place in the tab order. */}
      <section className="gt n" tabIndex={0} aria-label={translate('gains.tab')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{translate('gains.what')}</th>
              <th scope="col" className="c">
                <span className="p-user">{names.user}</span>
              </th>
              <th scope="col" className="c">
                <span className="p-role">{names.role}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {gains.rows.map((row) => (
              <Row key={`${row.actions.join()} ${row.resources.join()} ${row.caller}`} row={row} />
            ))}
          </tbody>
        </table>
        <p className="said">
          {gains.gained ? (
            <>
              <span className="swatch" aria-hidden="true" />
              {translate('gains.legend')}
            </>
          ) : (
            <RichText of={translate.rich(gains.rows.length === 0 ? 'gains.empty' : 'gains.none', { ...names })} />
          )}
        </p>
      </section>
      {gains.gained && (
        <aside className="warn n">
          <Warning paths={gains.paths} names={names} />
          <Narrow roles={roles} />
        </aside>
      )}
    </>
  )
}

/** What the role may do that the caller may not: why being allowed to pass a role is power. */
export function GainsPanel() {
  const translate = useTranslate()
  const documents = useWorkspace((state) => state.documents)
  const trace = useWorkspace((state) => state.timeline.trace)
  const found = useMemo(() => {
    const role = trace && subjectOf(trace)
    if (!trace || !role) return undefined
    const authority = authorityOf(documents, trace.situation, role, timeOf(trace))
    return {
      role,
      roles: trace.situation.roles,
      gains: authority && gainsOf(authority),
      user: callerName(trace.situation.caller, translate),
    }
  }, [documents, trace, translate])
  if (!found?.gains) return <p className="gains-none">{translate('gains.unreadable')}</p>
  return (
    <div className={`gains${found.gains.gained ? '' : ' bare'}`}>
      <Body gains={found.gains} names={{ user: found.user, role: found.role.name }} roles={found.roles} />
    </div>
  )
}
