import { describe, expect, it } from 'vitest'
import { createTranslate, type MessageKey } from '.'
import { en } from './en'
import { ja } from './ja'

const keys = Object.keys(en) as MessageKey[]
const placeholders = (text: string) => [...text.matchAll(/\{(?:[usrc]:)?([A-Za-z]+)\}/g)].map((match) => match[1]).sort()

/** Identifiers of AWS and of this product: the same in every language. */
const identifiersOnly =
  /^(?:PassRole Lab|role = \{role\}|Principal|Condition|iam:PassRole\?|sts:AssumeRole\?|\{action\}\?|SCP|RCP|Root|OU \{number\}|… \{count\}|\{name\} \{text\}(?:: \{answer\})?)$/

describe('messages', () => {
  it('Japanese has every message, and none that is only the English one', () => {
    expect(Object.keys(ja).sort()).toEqual([...keys].sort())
    expect(keys.filter((key) => ja[key] === en[key] && !identifiersOnly.test(en[key]))).toEqual([])
  })

  it.each(keys)('%s names nothing in Japanese that it is not given in English', (key) => {
    const given = new Set([...placeholders(en[key]), 'station', 'servicePrincipal', 'passed'])
    for (const name of placeholders(ja[key])) expect(given.has(name), `${key}: ${name}`).toBe(true)
  })

  it('values are data: nothing in them is read as markup', () => {
    const translate = createTranslate('en', en)
    expect(translate.rich('headline.other-account', { station: '{u:user}`code`' })[1]).toEqual({ kind: 'text', text: '{u:user}`code`' })
  })

  it('Japanese has no space between two Japanese words, whatever is filled in', () => {
    const translate = createTranslate('ja', ja)
    expect(translate('ask.trust', { role: 'app-task', principal: 'ECS タスク' })).toBe(
      'app-task の信頼ポリシーは ECS タスクを許可しているか?',
    )
    expect(translate('ask.trust', { role: 'app-task', principal: 'Lambda' })).toBe('app-task の信頼ポリシーは Lambda を許可しているか?')
  })

  it('names keep whose they are', () => {
    const translate = createTranslate('en', en)
    expect(translate.rich('ask.trust', { role: 'app-task', principal: 'ECS tasks' }).map((segment) => segment.kind)).toEqual([
      'text',
      'role',
      'text',
      'service',
      'text',
    ])
  })
})
