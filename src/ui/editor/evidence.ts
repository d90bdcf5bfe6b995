/** What hangs under the stage and is fetched with Monaco, after the first paint: the editors, what is lit in them, the terminals. */
export { editorHighlights, hasOutput, terminalPanels } from '../../present'
export { Terminal } from '../terminal/Terminal'
export { modelOf } from './monaco'
export { PolicyEditor } from './PolicyEditor'
