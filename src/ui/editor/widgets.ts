/** Completion and hover, with all that they know of AWS: fetched after the editors, which can be used without. */
export { provideCompletion } from './completion'
export { hoveredFix, provideHover } from './hover'
