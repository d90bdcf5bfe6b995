/** What hangs under the stage and is fetched with Monaco, after the first paint: the editors, what is lit in them, the terminals. */
export { editorHighlights, hasOutput, layerMarks, terminalPanels } from '../../present'
export { LayerMarkGlyph } from '../documents/LayerMarkGlyph'
export { PaneTools } from '../documents/PaneTools'
export { Terminal } from '../terminal/Terminal'
export { modelOf } from './monaco'
export { PolicyEditor } from './PolicyEditor'
export { ProblemCount } from './ProblemCount'
