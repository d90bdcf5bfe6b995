import { parseArn } from '../iam'
import type { PassedRole, Situation } from '../simulate'

/** What an instance profile is and holds, as far as the request tells. */
export interface InstanceProfile {
  readonly name: string
  readonly arn: string
  readonly role: PassedRole
  /** Offset in the request's text: where it says what is inside, else where it names the profile. */
  readonly at: number | undefined
  /** What answers in AWS, and with what, but for ids, dates and the role's trust policy. */
  readonly command: string
  readonly answer: string
}

/** `role/team/web` splits into the path `/team/` and the name. */
function pathOf(arn: string): string {
  const path = parseArn(arn)?.resource.split('/').slice(1, -1).join('/')
  return path ? `/${path}/` : '/'
}

/** The text of a JSON string in the request. */
function stringAt(text: string, span: PassedRole['span']): string {
  try {
    return String(JSON.parse(text.slice(span?.start, span?.end)))
  } catch {
    return ''
  }
}

/**
 * The instance profiles inside which roles are handed over. `request`: the text that was evaluated.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetInstanceProfile.html
 */
export function instanceProfiles({ roles, caller }: Situation, request: string): readonly InstanceProfile[] {
  return roles.flatMap((role): InstanceProfile[] => {
    const { instanceProfile: name, roleArn, profileTold } = role
    if (name === undefined) return []
    const given = stringAt(request, role.span)
    const partition = parseArn(caller.arn)?.partition ?? 'aws'
    const arn = given.startsWith('arn:') ? given : `arn:${partition}:iam::${caller.accountId}:instance-profile/${name}`
    const answer = {
      InstanceProfile: {
        Path: pathOf(arn),
        InstanceProfileName: name,
        Arn: arn,
        Roles: [{ Path: pathOf(roleArn), RoleName: role.name, Arn: roleArn }],
      },
    }
    return [
      {
        name,
        arn,
        role,
        at: (profileTold ?? role.span)?.start,
        command: `aws iam get-instance-profile --instance-profile-name ${name}`,
        answer: JSON.stringify(answer, undefined, 2),
      },
    ]
  })
}
