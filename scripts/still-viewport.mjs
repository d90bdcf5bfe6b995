import { selection } from 'd3-selection'

/** Stands in for d3-transition and d3-interpolate where nothing is ever animated: what would change over time changes at once. */
selection.prototype.interrupt = function interrupt() {
  return this
}
selection.prototype.transition = function transition() {
  return this
}

export const interrupt = () => {}
export const transition = () => selection()

const atOnce = (/** @type {unknown} */ _from, /** @type {unknown} */ to) => () => to

export { atOnce as interpolate, atOnce as interpolateZoom }
