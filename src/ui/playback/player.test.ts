import { describe, expect, it } from 'vitest'
import { loadScenario } from '../../scenarios'
import { createAppStores } from '../../state'
import { playByFrames, playBySteps, type Schedule } from './player'

/** A clock that runs only when told to. */
function fakeClock() {
  let now = 0
  let waiting: { task: (now: number) => void; delay: number } | undefined
  const schedule: Schedule = (task, delay) => {
    waiting = { task, delay }
    return () => {
      waiting = undefined
    }
  }
  const run = (elapsed: number) => {
    now += elapsed
    const { task } = waiting ?? {}
    waiting = undefined
    task?.(now)
  }
  return { schedule, run, waits: () => waiting?.delay }
}

async function stores() {
  const made = await createAppStores({
    storage: undefined,
    hash: '#scenario=clean-hand-over',
    language: 'en',
    reducedMotion: false,
    now: () => '2026-01-02T03:04:05Z',
    later: () => {},
  })
  made.workspace.getState().openScenario(await loadScenario('clean-hand-over'))
  return made
}

describe('playing by frames', () => {
  it('moves by what has passed between two frames, and no more than a tenth of a second', async () => {
    const { playback } = await stores()
    const clock = fakeClock()
    playback.getState().play()
    playByFrames(playback, clock.schedule, () => false)
    clock.run(1000)
    expect(playback.getState().t).toBe(0)
    clock.run(16)
    expect(playback.getState().t).toBe(16)
    clock.run(60_000)
    expect(playback.getState().t).toBe(116)
    playback.getState().setSpeed(2)
    clock.run(20)
    expect(playback.getState().t).toBe(156)
  })

  it('stands for a frame that is taken, never for two in a row, and makes up for it in the next', async () => {
    const { playback } = await stores()
    const clock = fakeClock()
    let taken = true
    playback.getState().play()
    playByFrames(playback, clock.schedule, () => taken)
    const tAfter = (frames: number) => {
      for (let frame = 0; frame < frames; frame++) clock.run(16)
      return playback.getState().t
    }
    expect(tAfter(1), 'the first frame only starts the count').toBe(0)
    expect(tAfter(1), 'taken: it stands').toBe(0)
    expect(tAfter(1), 'still taken, but it stood last time').toBe(32)
    expect(tAfter(1), 'taken again').toBe(32)
    taken = false
    expect(tAfter(1), 'both frames at once').toBe(64)
    expect(tAfter(1), 'frame by frame again').toBe(80)
  })

  it('asks for nothing once it is paused in a frame that is taken', async () => {
    const { playback } = await stores()
    const clock = fakeClock()
    playback.getState().play()
    playByFrames(playback, clock.schedule, () => true)
    clock.run(16)
    playback.getState().pause()
    clock.run(16)
    expect(clock.waits()).toBeUndefined()
  })

  it('asks for nothing once it is paused, at its end, or stopped', async () => {
    const { playback } = await stores()
    const clock = fakeClock()
    playback.getState().play()
    const stop = playByFrames(playback, clock.schedule, () => false)
    expect(clock.waits()).toBe(0)
    playback.getState().pause()
    clock.run(16)
    expect(clock.waits()).toBeUndefined()
    playback.getState().play()
    playByFrames(playback, clock.schedule, () => false)
    playback.getState().advance(1e9)
    clock.run(16)
    expect(clock.waits()).toBeUndefined()
    playback.getState().play()
    stop()
    const stopAgain = playByFrames(playback, clock.schedule, () => false)
    stopAgain()
    expect(clock.waits()).toBeUndefined()
  })
})

describe('playing by steps, for reduced motion', () => {
  it('shows one settled point after another, four seconds each, and ends by itself', async () => {
    const { playback, workspace } = await stores()
    const clock = fakeClock()
    const { timeline } = workspace.getState()
    playback.getState().play()
    playBySteps(playback, () => timeline, clock.schedule)
    const seen: number[] = []
    for (let i = 0; i < timeline.settled.length + 3 && clock.waits() !== undefined; i++) {
      clock.run(1)
      seen.push(playback.getState().t)
      if (playback.getState().playing) expect(clock.waits()).toBe(4000)
    }
    expect(seen).toEqual(timeline.settled.slice(1))
    expect(playback.getState().playing).toBe(false)
    expect(clock.waits()).toBeUndefined()
  })
})
