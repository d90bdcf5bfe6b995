/** What hangs under the stage and is fetched with Monaco, after the first paint: the editors, what is lit in them, the
 * terminals, and what is read aloud. */
export { deputyEdit, editorHighlights, hasOutput, layerMarks, terminalPanels } from '../../present'
export { LayerMarkGlyph } from '../documents/LayerMarkGlyph'
export { PaneTools } from '../documents/PaneTools'
export { LateGlyphs } from '../icons/LateGlyphs'
export { SpokenNarration } from '../narration/SpokenNarration'
export { Stations } from '../stage/Stations'
export { Terminal } from '../terminal/Terminal'
export { modelOf } from './monaco'
export { PolicyEditor } from './PolicyEditor'
export { ProblemCount } from './ProblemCount'
