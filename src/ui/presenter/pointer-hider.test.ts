import { describe, expect, it } from 'vitest'
import { createPointerHider, pointerRest } from './pointer-hider'

/** A clock that is moved by hand. */
function createClock() {
  let now = 0
  let waiting: { at: number; task: () => void } | undefined
  return {
    after: (task: () => void, delay: number) => {
      const mine = { at: now + delay, task }
      waiting = mine
      return () => {
        if (waiting === mine) waiting = undefined
      }
    },
    pass: (time: number) => {
      now += time
      if (!waiting || waiting.at > now) return
      const { task } = waiting
      waiting = undefined
      task()
    },
    isWaiting: () => waiting !== undefined,
  }
}

describe('the pointer', () => {
  it('hides once it has stood still, and comes back when it moves', () => {
    const clock = createClock()
    const seen: boolean[] = []
    const hider = createPointerHider((shown) => seen.push(shown), clock.after)
    clock.pass(pointerRest - 1)
    expect(seen).toEqual([])
    clock.pass(1)
    expect(seen).toEqual([false])
    hider.moved()
    expect(seen).toEqual([false, true])
  })

  it('stays while it moves, and says nothing twice', () => {
    const clock = createClock()
    const seen: boolean[] = []
    const hider = createPointerHider((shown) => seen.push(shown), clock.after)
    for (let i = 0; i < 5; i++) {
      clock.pass(pointerRest - 1)
      hider.moved()
    }
    expect(seen).toEqual([])
    clock.pass(pointerRest)
    expect(seen).toEqual([false])
  })

  it('asks for nothing once it is stopped', () => {
    const clock = createClock()
    createPointerHider(() => {}, clock.after).stop()
    expect(clock.isWaiting()).toBe(false)
  })
})
