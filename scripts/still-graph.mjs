/**
 * Stands in for the d3 modules with which React Flow pans, zooms and drags. Our graph stands still, so none of them is ever asked to do
 * anything: whatever is called answers with something that can be called again.
 */

/** The viewport of a graph that nobody moves. */
const identity = { x: 0, y: 0, k: 1, translate: () => identity, scale: () => identity }

/** @type {any} */
const nothing = new Proxy(() => nothing, {
  get: (_target, name) => {
    if (name === Symbol.toPrimitive) return () => 0
    // A zoom behaviour's "constrain" says where a viewport may be: where it is.
    if (name === 'constrain') return () => (/** @type {unknown} */ viewport) => viewport
    return nothing
  },
  set: () => true,
})

const answerNothing = () => nothing

export const select = answerNothing
export const pointer = () => [0, 0]
export const drag = answerNothing
export const zoom = answerNothing
export const zoomTransform = () => identity
export const zoomIdentity = identity
export const interpolate = () => () => identity
export const interpolateZoom = () => () => identity
