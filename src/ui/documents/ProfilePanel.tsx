import { useMemo } from 'react'
import { instanceProfiles } from '../../present'
import { useStores, useTranslate, useWorkspace } from '../AppStores'
import { PlainText } from '../editor/PlainText'

/** What the instance profiles of the request hold. Nothing here can be changed: the request tells it. */
export function ProfilePanel() {
  const translate = useTranslate()
  const { workspace } = useStores()
  const situation = useWorkspace((state) => state.timeline.trace?.situation)
  const request = useWorkspace((state) => state.documents.request ?? '')
  const profiles = useMemo(() => (situation ? instanceProfiles(situation, request) : []), [situation, request])
  return profiles.map(({ name, arn, role, at, command, answer }) => (
    <div className="profile" key={`${name} ${role.letter ?? ''}`}>
      <p>
        <code className="sleeve" title={arn}>
          {name}
        </code>
        <span aria-hidden="true">→</span>
        <code className="r" title={role.roleArn}>
          {role.name}
        </code>
        <button type="button" onClick={() => workspace.getState().openPlace({ documentId: 'request', level: undefined, at })}>
          {translate('profile.show')}
        </button>
      </p>
      <p>{translate(role.profileTold ? 'profile.note' : 'profile.assumed')}</p>
      <p className="cmd">
        <code title={command}>$ {command}</code>
        <span>{translate('profile.shape')}</span>
      </p>
      <PlainText text={answer} label={translate('profile.holds', { profile: name })} />
    </div>
  ))
}
