/** Calls back once after `delay` ms. Returns what calls it off. */
export type After = (task: () => void, delay: number) => () => void

/** How long a pointer that stands still is shown, in ms. */
export const pointerRest = 2000

/** Tells when the pointer is to be seen: from its last move on, for `pointerRest` ms. */
export function createPointerHider(
  show: (shown: boolean) => void,
  after: After,
): { readonly moved: () => void; readonly stop: () => void } {
  let cancel = () => {}
  let shown = true
  const set = (next: boolean) => {
    if (next === shown) return
    shown = next
    show(next)
  }
  const moved = () => {
    cancel()
    set(true)
    cancel = after(() => set(false), pointerRest)
  }
  moved()
  return { moved, stop: () => cancel() }
}
