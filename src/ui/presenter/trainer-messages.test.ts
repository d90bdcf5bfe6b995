import { describe, expect, it } from 'vitest'
import { clockText } from './clock-text'
import { type Presented, readToPresenter, readToTrainer } from './trainer-messages'
import { channelName, trainedBy, trainerWindowPrefix } from './trainer-window'

const presented: Presented = {
  documents: { request: '{}' },
  start: { request: '{}' },
  scenarioId: 'no-pass-role',
  title: undefined,
  t: 1200,
  playing: true,
  speed: 1.5,
  started: true,
  language: 'ja',
  theme: 'dark',
  blank: false,
  elapsed: 61_000,
  width: 1920,
  height: 1080,
}

describe('what the presenting window says', () => {
  it('arrives whole through the channel', () => {
    expect(readToTrainer(structuredClone({ kind: 'presented', presented }))).toEqual({ kind: 'presented', presented })
  })

  it.each([
    { name: 'a text that is none', broken: { documents: { request: 1 } } },
    { name: 'no texts', broken: { documents: undefined } },
    { name: 'a time before the start', broken: { t: -1 } },
    { name: 'no number', broken: { elapsed: '61' } },
    { name: 'a speed that does not exist', broken: { speed: 3 } },
    { name: 'a language that does not exist', broken: { language: 'fr' } },
    { name: 'no room', broken: { width: 0 } },
    { name: 'neither blank nor not', broken: { blank: undefined } },
  ])('$name: is not read', ({ broken }) => {
    expect(readToTrainer({ kind: 'presented', presented: { ...presented, ...broken } })).toBeUndefined()
  })

  it('that it is over', () => {
    expect(readToTrainer({ kind: 'over', more: 1 })).toEqual({ kind: 'over' })
    expect(readToTrainer({ kind: 'later' })).toBeUndefined()
    expect(readToTrainer(undefined)).toBeUndefined()
  })
})

describe('what the trainer asks', () => {
  it.each([
    { data: { kind: 'hello' }, reads: { kind: 'hello' } },
    { data: { kind: 'command', command: { kind: 'forward' } }, reads: { kind: 'command', command: { kind: 'forward' } } },
    { data: { kind: 'command', command: { kind: 'erase' } }, reads: undefined },
    { data: { kind: 'command' }, reads: undefined },
    { data: { kind: 'presented', presented }, reads: undefined },
    { data: 7, reads: undefined },
  ])('$data', ({ data, reads }) => {
    expect(readToPresenter(data)).toEqual(reads)
  })
})

describe('whose trainer a window is', () => {
  it.each([
    { name: `${trainerWindowPrefix}ab12`, of: 'ab12' },
    { name: trainerWindowPrefix, of: undefined },
    { name: '', of: undefined },
    { name: 'another', of: undefined },
  ])('"$name"', ({ name, of }) => {
    expect(trainedBy(name)).toBe(of)
  })

  it('each presentation has a channel of its own', () => {
    expect(channelName('a')).not.toBe(channelName('b'))
  })
})

it.each([
  [0, '00:00'],
  [61_000, '01:01'],
  [872_999, '14:32'],
  [2_700_000, '45:00'],
  [3_723_000, '1:02:03'],
  [-5, '00:00'],
])('%d ms is %s', (elapsed, text) => {
  expect(clockText(elapsed)).toBe(text)
})
