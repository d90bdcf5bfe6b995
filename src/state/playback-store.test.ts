import { describe, expect, it } from 'vitest'
import type { SegmentId } from '../present'
import { loadScenario, type ScenarioId } from '../scenarios'
import { createPlaybackStore } from './playback-store'
import { createWorkspaceStore } from './workspace-store'

async function openLesson(id: ScenarioId) {
  const scenario = await loadScenario(id)
  const workspace = createWorkspaceStore(scenario.documents, { now: () => '2026-01-02T03:04:05Z' })
  workspace.getState().openScenario(scenario)
  const playback = createPlaybackStore(workspace)
  const segment = (name: SegmentId) => {
    const found = workspace.getState().timeline.segments.find((candidate) => candidate.id === name)
    if (!found) throw new Error(`no segment ${name}`)
    return found
  }
  const shown = () => {
    const { t } = playback.getState()
    return workspace.getState().timeline.segments.find((candidate) => candidate.reached && t >= candidate.start && t < candidate.end)?.id
  }
  return { scenario, workspace, playback, segment, shown, end: () => workspace.getState().timeline.end }
}

describe('playback', () => {
  it('starts at 0, not started', async () => {
    const { playback } = await openLesson('clean-hand-over')
    expect(playback.getState()).toMatchObject({ t: 0, playing: false, started: false, speed: 1 })
  })

  it('moves by real time times speed while it plays, and stops at the end', async () => {
    const { playback, end } = await openLesson('clean-hand-over')
    playback.getState().advance(500)
    expect(playback.getState().t).toBe(0)
    playback.getState().play()
    playback.getState().advance(500)
    playback.getState().setSpeed(2)
    playback.getState().advance(500)
    expect(playback.getState()).toMatchObject({ t: 1500, playing: true, started: true })
    playback.getState().advance(1e9)
    expect(playback.getState()).toMatchObject({ t: end(), playing: false })
    playback.getState().toggle()
    expect(playback.getState()).toMatchObject({ t: 0, playing: true })
    playback.getState().toggle()
    expect(playback.getState().playing).toBe(false)
  })

  it('knows where it was one frame ago, while it plays', async () => {
    const { playback, workspace, end } = await openLesson('clean-hand-over')
    const { play, advance, seek, setSpeed } = playback.getState()
    seek(300)
    play()
    expect(playback.getState()).toMatchObject({ t: 300, before: 300 })
    advance(16)
    expect(playback.getState()).toMatchObject({ t: 316, before: 300 })
    setSpeed(2)
    advance(16)
    expect(playback.getState()).toMatchObject({ t: 348, before: 316 })
    workspace.getState().edit('request', '{}')
    expect(playback.getState().before, 'the run has changed under it').toBe(playback.getState().t)
    seek(end())
    play()
    expect(playback.getState(), 'played again').toMatchObject({ t: 0, before: 0 })
  })

  it.each([
    ['before the start', -5, 0],
    ['past the end', Number.POSITIVE_INFINITY, undefined],
    ['nowhere', Number.NaN, 0],
    ['inside', 1234.5, 1234.5],
  ])('seeks %s within the run', async (_name, to, found) => {
    const { playback, end } = await openLesson('clean-hand-over')
    playback.getState().play()
    playback.getState().seek(to)
    expect(playback.getState()).toMatchObject({ t: found ?? end(), playing: false, started: true })
  })

  it('steps through every settled point, there and back', async () => {
    const { playback, workspace, end } = await openLesson('task-definition-roles')
    const { settled } = workspace.getState().timeline
    const forth: number[] = [0]
    while (playback.getState().t < end()) {
      playback.getState().stepForward()
      forth.push(playback.getState().t)
    }
    const back: number[] = [end()]
    while (playback.getState().t > 0) {
      playback.getState().stepBack()
      back.push(playback.getState().t)
    }
    expect(forth).toEqual([0, ...settled.filter((time) => time > 0)])
    expect(back).toEqual(forth.toReversed())
  })

  it('jumps to a station that was reached, and stays where it is for one that was not', async () => {
    const { playback, segment } = await openLesson('passed-to-service')
    playback.getState().toStation(2)
    const { t } = playback.getState()
    expect(t).toBeGreaterThan(segment('pass').start)
    expect(t).toBeLessThanOrEqual(segment('pass').end)
    playback.getState().toStation(4)
    expect(playback.getState().t).toBe(t)
  })

  it('jumps to start and end', async () => {
    const { playback, end } = await openLesson('clean-hand-over')
    playback.getState().toEnd()
    expect(playback.getState().t).toBe(end())
    playback.getState().toStart()
    expect(playback.getState().t).toBe(0)
  })
})

describe('an edit', () => {
  it('pauses, and keeps the step while it lasts', async () => {
    const { workspace, playback, segment, shown, scenario } = await openLesson('clean-hand-over')
    playback.getState().seek((segment('assume').start + segment('assume').end) / 2)
    playback.getState().play()
    workspace.getState().edit('identityPolicy', `${scenario.documents.identityPolicy}\n`)
    expect(playback.getState()).toMatchObject({ playing: false, started: true })
    expect(shown()).toBe('assume')
  })

  it('goes to the new stop when that is earlier', async () => {
    const { workspace, playback, segment, end } = await openLesson('clean-hand-over')
    playback.getState().seek(segment('act').start + 100)
    workspace.getState().edit('identityPolicy', '{ "Version": "2012-10-17", "Statement": [] }')
    expect(segment('act').reached).toBe(false)
    expect(playback.getState().t).toBe(end())
  })

  it('keeps the step when the run now goes further', async () => {
    const { workspace, playback, segment, shown, scenario } = await openLesson('passed-to-service')
    playback.getState().seek(segment('pass').end - 10)
    workspace.getState().edit('identityPolicy', scenario.solution?.identityPolicy ?? '')
    expect(shown()).toBe('pass')
  })

  it('stays at the start at the start, and at the end at the end', async () => {
    const { workspace, playback, scenario, end } = await openLesson('passed-to-service')
    workspace.getState().edit('trustPolicy', '{')
    expect(playback.getState()).toMatchObject({ t: 0, started: false })
    playback.getState().toEnd()
    workspace.getState().edit('identityPolicy', scenario.solution?.identityPolicy ?? '')
    expect(playback.getState().t).toBe(end())
  })

  it('of many kinds never leaves the run', async () => {
    const { workspace, playback, end } = await openLesson('swapped-roles')
    for (const text of ['', '{', '{}', '[]', 'null', '{ "action": "sts:AssumeRole" }']) {
      for (const share of [0, 0.3, 0.6, 1]) {
        workspace.getState().resetAll()
        playback.getState().seek(end() * share)
        workspace.getState().edit('request', text)
        expect(playback.getState().t).toBeGreaterThanOrEqual(0)
        expect(playback.getState().t).toBeLessThanOrEqual(end())
      }
    }
  })
})

describe('opening', () => {
  it.each(['another scenario', 'the same scenario again', 'a file'])('%s starts over', async (what) => {
    const { workspace, playback, scenario } = await openLesson('passed-to-service')
    playback.getState().toEnd()
    if (what === 'a file') workspace.getState().openDocuments(scenario.documents, undefined)
    else workspace.getState().openScenario(what === 'another scenario' ? await loadScenario('role-path') : scenario)
    expect(playback.getState()).toMatchObject({ t: 0, playing: false, started: false })
  })

  it('a reset keeps the place', async () => {
    const { workspace, playback, segment } = await openLesson('passed-to-service')
    playback.getState().seek(segment('pass').start + 10)
    workspace.getState().resetAll()
    expect(playback.getState()).toMatchObject({ t: segment('pass').start + 10, started: true })
  })
})
