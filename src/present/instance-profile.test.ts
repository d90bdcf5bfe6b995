import { describe, expect, it } from 'vitest'
import { runDocuments } from '../simulate'
import { instanceProfiles } from './instance-profile'

const account = '111122223333'
const role = (path: string) => `arn:aws:iam::${account}:role/${path}`
const request = (profile: object, resolved?: object) =>
  JSON.stringify({
    caller: `arn:aws:iam::${account}:user/aya`,
    action: 'ec2:RunInstances',
    region: 'eu-west-1',
    parameters: { ImageId: 'ami-0123456789abcdef0', IamInstanceProfile: profile },
    ...(resolved ? { resolved } : {}),
  })

function profilesOf(text: string) {
  const situation = runDocuments({ request: text, identityPolicy: '{ "Version": "2012-10-17", "Statement": [] }' }).trace?.situation
  if (!situation) throw new Error('no request')
  return instanceProfiles(situation, text)
}

const inside = { instanceProfiles: { web: role('team/web-role') } }
const teamWeb = `arn:aws:iam::${account}:instance-profile/team/web`

describe('what an instance profile holds', () => {
  const rows: readonly { name: string; text: string; arn: string; path: string; roleArn: string; at: string }[] = [
    {
      name: 'a name, told in resolved',
      text: request({ Name: 'web' }, inside),
      arn: `arn:aws:iam::${account}:instance-profile/web`,
      path: '/',
      roleArn: role('team/web-role'),
      at: `"web":"${role('team/web-role')}"`,
    },
    {
      name: 'an ARN keeps its path',
      text: request({ Arn: teamWeb }, { instanceProfiles: { [teamWeb]: 'web-role' } }),
      arn: teamWeb,
      path: '/team/',
      roleArn: role('web-role'),
      at: `"${teamWeb}":"web-role"`,
    },
    {
      name: 'not told: the role of its own name is assumed, and the place is where it is named',
      text: request({ Name: 'web' }),
      arn: `arn:aws:iam::${account}:instance-profile/web`,
      path: '/',
      roleArn: role('web'),
      at: '"web"',
    },
    {
      name: 'an empty entry tells nothing',
      text: request({ Name: 'web' }, { instanceProfiles: { web: '' } }),
      arn: `arn:aws:iam::${account}:instance-profile/web`,
      path: '/',
      roleArn: role('web'),
      at: '"web"}},"resolved"',
    },
  ]
  it.each(rows)('$name', ({ text, arn, path, roleArn, at }) => {
    const [profile, ...others] = profilesOf(text)
    expect(others).toEqual([])
    expect(profile?.command).toBe('aws iam get-instance-profile --instance-profile-name web')
    expect(profile?.role.profileTold !== undefined).toBe(at.includes('":"'))
    expect(text.slice(profile?.at).startsWith(at)).toBe(true)
    expect(JSON.parse(profile?.answer ?? '')).toEqual({
      InstanceProfile: {
        Path: path,
        InstanceProfileName: 'web',
        Arn: arn,
        Roles: [{ Path: roleArn.includes('team') ? '/team/' : '/', RoleName: roleArn.split('/').at(-1), Arn: roleArn }],
      },
    })
  })

  it('a role that is handed over by itself is in none', () => {
    const text = JSON.stringify({
      caller: `arn:aws:iam::${account}:user/aya`,
      action: 'lambda:CreateFunction',
      parameters: { Role: role('web-role') },
    })
    expect(profilesOf(text)).toEqual([])
  })
})
