/** Cubic Bézier easing as CSS has it, solved for x. */
function bezier(x1: number, y1: number, x2: number, y2: number): (x: number) => number {
  const at = (p1: number, p2: number, s: number) => 3 * (1 - s) * (1 - s) * s * p1 + 3 * (1 - s) * s * s * p2 + s * s * s
  return (x) => {
    if (x <= 0) return 0
    if (x >= 1) return 1
    let low = 0
    let high = 1
    for (let i = 0; i < 24; i++) {
      const middle = (low + high) / 2
      if (at(x1, x2, middle) < x) low = middle
      else high = middle
    }
    return at(y1, y2, (low + high) / 2)
  }
}

export const travelling = bezier(0.6, 0, 0.2, 1)
export const arriving = bezier(0.2, 0.8, 0.2, 1)
/** The stamp overshoots once. */
export const stamping = bezier(0.2, 1.4, 0.4, 1)

/** 0 before `from`, 1 after `to`, eased between. With reduced motion it is a step at `to`. */
export type Tween = (t: number, from: number, to: number, ease?: (x: number) => number) => number

export const moving: Tween = (t, from, to, ease = travelling) =>
  to <= from ? (t >= to ? 1 : 0) : ease(Math.max(0, Math.min(1, (t - from) / (to - from))))
export const stepping: Tween = (t, _from, to) => (t >= to ? 1 : 0)
