import { describe, expect, it } from 'vitest'
import { searchLibrary } from './search-library'

const entries = [
  {
    id: 'pass',
    haystack:
      'no passrole aya ecs iam:passrole user: arn is not authorized to perform: iam:passrole on resource because no identity-based policy allows the action',
  },
  {
    id: 'trust',
    haystack: 'wrong service principal ecs was unable to assume the role that was provided for this task. please verify trust relationship',
  },
  { id: 'lambda', haystack: 'lambda 実行ロール createfunction iam:passrole' },
]
const ids = (query: string) => searchLibrary(entries, query).map((entry) => entry.id)

describe('searching the library', () => {
  it.each([
    ['nothing asked shows everything', '', ['pass', 'trust', 'lambda']],
    ['a word', 'lambda', ['lambda']],
    ['every one of a few words must be there', 'ecs passrole', ['pass']],
    ['letters of any case', 'ECS Principal', ['trust']],
    ['Japanese', '実行ロール', ['lambda']],
    ['nothing found', 'glue', []],
    [
      'a pasted error finds its scenario, whatever its names',
      'An error occurred (AccessDeniedException) when calling the RunTask operation: User: arn:aws:iam::999999999999:user/bob is not authorized to perform: iam:PassRole on resource: arn:aws:iam::999999999999:role/x because no identity-based policy allows the iam:PassRole action',
      ['pass'],
    ],
    [
      'the other error',
      "ECS was unable to assume the role 'arn:aws:iam::123456789012:role/svc' that was provided for this task. Please verify that the role being passed has the proper trust relationship",
      ['trust'],
    ],
    ['a long text about something else', 'the quick brown fox jumps over a lazy dog every single morning', []],
  ])('%s', (_name, query, expected) => {
    expect(ids(query)).toEqual(expected)
  })
})
