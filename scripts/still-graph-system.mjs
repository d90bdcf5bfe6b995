/**
 * React Flow's own system, with what pans, zooms, drags, connects and bends left out: our graph stands still, and each of these is either
 * never called or asked only where the viewport is. Without them, and the d3 that they need, the first load is an eighth lighter.
 */
export * from '@xyflow/system'

const home = { x: 0, y: 0, zoom: 1 }
const done = async () => true
const nothing = () => {}

/** @type {typeof import('@xyflow/system').XYPanZoom} */
export const XYPanZoom = () => ({
  update: nothing,
  destroy: nothing,
  getViewport: () => home,
  setViewport: async () => undefined,
  setViewportConstrained: async () => undefined,
  setScaleExtent: nothing,
  setTranslateExtent: nothing,
  scaleTo: done,
  scaleBy: done,
  syncViewport: nothing,
  setClickDistance: nothing,
})

/** @type {typeof import('@xyflow/system').fitViewport} */
export const fitViewport = done

/** @type {typeof import('@xyflow/system').getViewportForBounds} */
export const getViewportForBounds = () => home

/** @type {typeof import('@xyflow/system').XYDrag} */
export const XYDrag = () => ({ update: nothing, destroy: nothing })

/** @type {typeof import('@xyflow/system').XYHandle} */
export const XYHandle = {
  onPointerDown: nothing,
  isValid: () => ({ handleDomNode: null, isValid: false, connection: null, toHandle: null }),
}

/** The paths of React Flow's own edges. Ours bring their own. @type {() => [string, number, number, number, number]} */
const noPath = () => ['', 0, 0, 0, 0]

export { noPath as getBezierPath, noPath as getSmoothStepPath, noPath as getStraightPath }
