import { describe, expect, it } from 'vitest'
import { loadScenario, type ScenarioId, scenarioIds } from '../scenarios'
import { decodeScenario, encodeScenario } from '../share'
import type { Documents } from '../simulate'
import { createAppStores, type Ports, type StoragePort } from '.'

interface Browser {
  readonly storage: StoragePort
  readonly values: Map<string, string>
  /** Opens the page at a fragment, like a new tab. */
  visit(hash?: string, more?: Partial<Ports>): ReturnType<typeof createAppStores>
  /** Lets what waits happen: the delayed keeping. */
  settle(): void
}

function browser(content: Readonly<Record<string, string>> = {}): Browser {
  const values = new Map(Object.entries(content))
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  }
  let waiting: (() => void) | undefined
  const later = (task: () => void) => {
    waiting = task
  }
  const ports: Ports = { storage, hash: '', language: 'en', reducedMotion: false, now: () => '2026-01-02T03:04:05Z', later }
  return {
    storage,
    values,
    visit: (hash = '', more = {}) => createAppStores({ ...ports, hash, ...more }),
    settle: () => {
      waiting?.()
      waiting = undefined
    },
  }
}

type Stores = Awaited<ReturnType<typeof createAppStores>>
const said = ({ notices }: Stores) => notices.getState().notices.map((notice) => notice.key)
const documentsOf = ({ workspace }: Stores) => workspace.getState().documents
const lesson = async (id: ScenarioId) => (await loadScenario(id)).documents
const linkTo = (documents: Documents, title?: string) => `#s=${encodeScenario({ documents, ...(title === undefined ? {} : { title }) })}`

describe('a first visit', () => {
  it('shows the clean hand-over, idle and silent', async () => {
    const stores = await browser().visit()
    expect(stores.workspace.getState()).toMatchObject({
      scenario: { id: 'clean-hand-over' },
      playable: { kind: 'ready', trace: { outcome: 'allowed' } },
    })
    expect(stores.playback.getState()).toMatchObject({ t: 0, playing: false, started: false })
    expect(said(stores)).toEqual([])
  })

  it.each([
    ['the surroundings', '', 'ja', {}, 'ja'],
    ['what was chosen before', '', 'ja', { 'passrole-lab/preferences': '{"language":"en"}' }, 'en'],
    ['the link', '#lang=ja', 'en', { 'passrole-lab/preferences': '{"language":"en"}' }, 'ja'],
  ] as const)('speaks the language of %s', async (_name, hash, language, content, expected) => {
    const { preferences } = await browser(content).visit(hash, { language })
    expect(preferences.getState()).toMatchObject({ language: expected })
    expect(preferences.getState().translate.language).toBe(expected)
  })

  it('shows the moment that the link names, but never one past the end', async () => {
    const stores = await browser().visit('#scenario=passed-to-service&t=5000')
    expect(stores.playback.getState()).toMatchObject({ t: 5000, playing: false, started: true })
    const late = await browser().visit('#scenario=passed-to-service&t=999999999')
    expect(late.playback.getState().t).toBe(late.workspace.getState().timeline.end)
  })
})

describe('what is shown first', () => {
  const edited = { request: '{ "mine": ' }
  const keptText = JSON.stringify({ version: 1, documents: edited, start: { request: '{}' }, scenarioId: 'role-path' })

  it.each([
    ['what a link carries, before all else', `${linkTo({ request: '{}' })}&scenario=role-path`, { request: '{}' }, undefined],
    ['the scenario that a link names, before what was kept', '#scenario=role-path', 'role-path', 'role-path'],
    ['the default, when what was kept is to be ignored', '#fresh=1', 'clean-hand-over', 'clean-hand-over'],
    ['what was kept', '', edited, 'role-path'],
    ['what was kept, after a damaged link', '#s=AAAA', edited, 'role-path'],
    ['what was kept, after an unknown scenario', '#scenario=nowhere', edited, 'role-path'],
    ['the scenario, after a damaged link that names one too', '#s=AAAA&scenario=no-pass-role', 'no-pass-role', 'no-pass-role'],
  ] as const)('%s', async (_name, hash, documents, scenarioId) => {
    const stores = await browser({ 'passrole-lab/workspace': keptText }).visit(hash)
    expect(documentsOf(stores)).toEqual(typeof documents === 'string' ? await lesson(documents) : documents)
    expect(stores.workspace.getState().scenario?.id).toBe(scenarioId)
  })

  it.each([
    ['damaged', '#s=Axyz', 'notice.link-damaged'],
    ['empty', '#s=', 'notice.link-damaged'],
    ['of a later version', '#s=Babc', 'notice.link-later-version'],
    ['oversized', `#s=A${'A'.repeat(400_001)}`, 'notice.link-too-large'],
    ['to a scenario that does not exist', '#scenario=nowhere', 'notice.unknown-scenario'],
  ])('a link that is %s says so, and the default is shown', async (_name, hash, key) => {
    const stores = await browser().visit(hash)
    expect(said(stores)).toEqual([key])
    expect(stores.workspace.getState().scenario?.id).toBe('clean-hand-over')
  })

  it('a link shows its title in the language of the page, and resets to its own start', async () => {
    const stores = await browser().visit(
      `#s=${encodeScenario({ title: { en: 'Mine', ja: '自作' }, documents: { request: '{}' } })}&lang=ja`,
    )
    expect(stores.workspace.getState()).toMatchObject({ title: '自作', start: { request: '{}' } })
  })
})

describe('a visit is kept', () => {
  it('after an edit, and comes back letter by letter, with what Reset returns to', async () => {
    const tab = browser()
    const first = await tab.visit('#scenario=source-account')
    first.workspace.getState().edit('trustPolicy', '{ not JSON \r\n\tロール')
    expect(tab.values.size).toBe(0)
    tab.settle()
    const second = await tab.visit()
    expect(documentsOf(second)).toEqual({ ...(await lesson('source-account')), trustPolicy: '{ not JSON \r\n\tロール' })
    expect(second.workspace.getState().scenario?.id).toBe('source-account')
    expect(said(second)).toEqual([])
    second.workspace.getState().resetAll()
    expect(documentsOf(second)).toEqual(await lesson('source-account'))
  })

  it('with the title of an opened file', async () => {
    const tab = browser()
    const first = await tab.visit()
    first.workspace.getState().openDocuments({ request: '' }, 'From a file')
    tab.settle()
    expect((await tab.visit()).workspace.getState()).toMatchObject({
      title: 'From a file',
      scenario: undefined,
      documents: { request: '' },
    })
  })

  it('by the tab that wrote last', async () => {
    const tab = browser()
    const [one, two] = [await tab.visit(), await tab.visit()]
    one.workspace.getState().edit('request', 'one')
    tab.settle()
    two.workspace.getState().edit('request', 'two')
    tab.settle()
    expect(documentsOf(one).request).toBe('one')
    expect(documentsOf(await tab.visit()).request).toBe('two')
  })

  it('even when its scenario no longer exists', async () => {
    const text = JSON.stringify({ version: 1, documents: { request: 'x' }, start: { request: 'y' }, scenarioId: 'gone' })
    const stores = await browser({ 'passrole-lab/workspace': text }).visit()
    expect(stores.workspace.getState()).toMatchObject({ documents: { request: 'x' }, start: { request: 'y' }, scenario: undefined })
  })
})

describe('storage that fails', () => {
  const throwing = (error: Error): StoragePort => {
    const refuse = () => {
      throw error
    }
    return { getItem: refuse, setItem: refuse }
  }
  const full: StoragePort = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    },
  }

  it.each([
    ['full', full, 'notice.storage-full'],
    ['blocked', throwing(new DOMException('Access is denied.', 'SecurityError')), 'notice.storage-blocked'],
    ['not there', undefined, 'notice.storage-blocked'],
    ['corrupt', browser({ 'passrole-lab/workspace': '{"version":1,' }).storage, 'notice.storage-corrupt'],
    ['of a later version', browser({ 'passrole-lab/workspace': '{"version":9}' }).storage, 'notice.storage-later'],
  ] as const)('because it is %s gives one notice, and the app works on', async (_name, storage, key) => {
    const tab = browser()
    const stores = await tab.visit('', { storage })
    for (const text of ['one', 'two', 'three']) {
      stores.workspace.getState().edit('request', text)
      tab.settle()
    }
    await stores.preferences.getState().setLanguage('ja')
    expect(documentsOf(stores).request).toBe('three')
    expect(said(stores)).toEqual([key])
  })

  it('does not write over what a later version kept', async () => {
    const tab = browser({ 'passrole-lab/workspace': '{"version":9}' })
    const stores = await tab.visit()
    stores.workspace.getState().edit('request', 'x')
    tab.settle()
    expect(tab.values.get('passrole-lab/workspace')).toBe('{"version":9}')
  })

  it('recovers from what was corrupt', async () => {
    const tab = browser({ 'passrole-lab/workspace': 'garbage' })
    const stores = await tab.visit()
    stores.workspace.getState().edit('request', 'mine')
    tab.settle()
    expect(documentsOf(await tab.visit()).request).toBe('mine')
  })
})

describe('work that a link takes the place of', () => {
  async function withWork() {
    const tab = browser()
    const stores = await tab.visit()
    stores.workspace.getState().edit('trustPolicy', 'my work')
    tab.settle()
    return tab
  }

  it.each([
    ['a link', linkTo({ request: '{}' })],
    ['a named scenario', '#scenario=role-path'],
  ])('is offered back after %s', async (_name, hash) => {
    const tab = await withWork()
    const stores = await tab.visit(hash)
    stores.workspace.getState().edit('request', 'something else')
    tab.settle()
    expect(said(stores)).toEqual(['notice.work-aside'])
    const [notice] = stores.notices.getState().notices
    notice?.action?.run()
    await expect.poll(() => documentsOf(stores).trustPolicy).toBe('my work')
    expect(stores.workspace.getState().scenario?.id).toBe('clean-hand-over')
    expect(stores.playback.getState()).toMatchObject({ t: 0, started: false })
  })

  it('is offered until it is dismissed, even in later visits', async () => {
    const tab = await withWork()
    const linked = await tab.visit('#scenario=role-path')
    linked.workspace.getState().edit('request', 'something else')
    tab.settle()
    const later = await tab.visit()
    expect(documentsOf(later).request).toBe('something else')
    expect(said(later)).toEqual(['notice.work-aside'])
    for (const { id } of later.notices.getState().notices) later.notices.getState().dismiss(id)
    expect(said(await tab.visit())).toEqual([])
  })

  it('is simply there again when the link was only looked at', async () => {
    const tab = await withWork()
    await tab.visit('#scenario=role-path')
    const back = await tab.visit()
    expect(documentsOf(back).trustPolicy).toBe('my work')
    expect(said(back)).toEqual([])
  })

  it('is set aside in silence by a fresh visit', async () => {
    const tab = await withWork()
    const fresh = await tab.visit('#fresh=1')
    expect(said(fresh)).toEqual([])
    fresh.workspace.getState().edit('request', 'something else')
    tab.settle()
    expect(said(await tab.visit())).toEqual(['notice.work-aside'])
  })

  it('is not set aside when nothing was edited', async () => {
    const tab = browser()
    const stores = await tab.visit()
    stores.workspace.getState().openScenario(await loadScenario('role-path'))
    tab.settle()
    expect(said(await tab.visit('#scenario=no-pass-role'))).toEqual([])
  })
})

describe('notices', () => {
  it('are said once, the newest words last', async () => {
    const { notices } = await browser().visit()
    const { notify } = notices.getState()
    notify('info', 'notice.file-opened', { name: 'a' })
    notify('info', 'notice.copied')
    notify('info', 'notice.file-opened', { name: 'b' })
    expect(notices.getState().notices.map(({ key, params }) => [key, params])).toEqual([
      ['notice.copied', {}],
      ['notice.file-opened', { name: 'b' }],
    ])
    expect(new Set(notices.getState().notices.map(({ id }) => id)).size).toBe(2)
  })
})

describe('preferences', () => {
  it('that were chosen hold in the next visit', async () => {
    const tab = browser()
    const { preferences } = await tab.visit()
    await preferences.getState().setLanguage('ja')
    preferences.getState().setTheme('dark')
    expect(preferences.getState().translate.language).toBe('ja')
    expect((await tab.visit()).preferences.getState()).toMatchObject({ language: 'ja', theme: 'dark' })
  })
})

describe.each(scenarioIds)('a link to the lesson %s', (id) => {
  it('holds its documents in less than 800 letters', async () => {
    const documents = await lesson(id)
    const code = encodeScenario({ documents })
    expect(decodeScenario(code)).toMatchObject({ kind: 'ok', scenario: { documents } })
    expect(code.length).toBeLessThan(800)
  })
})
