/** Kana, kanji and full-width forms: as wide as they are high. */
const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/

/** Roughly how wide a text runs, in em: good enough to choose a size or a line break before anything is drawn. */
export const emsOf = (text: string): number => [...text].reduce((sum, character) => sum + (wide.test(character) ? 1 : 0.54), 0)

/** The font size, relative to its own, at which a text fits into `room` em; never under `least`. */
export const fittingSize = (text: string, room: number, least = 0.8): number =>
  Math.max(least, Math.min(1, room / Math.max(emsOf(text), 1)))
