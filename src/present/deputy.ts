/** What is drawn and said of somebody else's call. It has a chunk of its own: see `deputy-parts.ts`. */
export { deputyScene } from './deputy-scene'
export { deputyWords } from './narrate-deputy'
