/** A seeded source of chance (mulberry32), so that every run can be repeated. */
export class Random {
  #state

  constructor(/** @type {number} */ seed) {
    this.#state = seed >>> 0
  }

  /** At least 0, below 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number below `end`. */
  below(/** @type {number} */ end) {
    return Math.floor(this.next() * end)
  }

  chance(/** @type {number} */ share) {
    return this.next() < share
  }

  /**
   * @template T
   * @param {readonly T[]} choices
   * @returns {T}
   */
  pick(choices) {
    return /** @type {T} */ (choices[this.below(choices.length)])
  }

  /**
   * One value, or a list of one to `most` of them.
   * @template T
   * @param {readonly T[]} choices
   * @returns {T | T[]}
   */
  oneOrMore(choices, most = 3) {
    if (this.chance(0.5)) return this.pick(choices)
    return Array.from({ length: 1 + this.below(most) }, () => this.pick(choices))
  }
}
