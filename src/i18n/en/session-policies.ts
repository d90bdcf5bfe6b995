/** What is said of session policies that are only named. */
export const sessionPolicies = {
  'problem.session-policies-unread':
    'The managed policies in PolicyArns limit the session, but their texts are not here to be judged: ⑤ may allow less than is shown. sts:AssumeRole itself does not depend on them.',
} as const
