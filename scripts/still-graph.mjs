import { fileURLToPath } from 'node:url'

/** Parts of React Flow that draw or listen for what a graph that stands still never does. What they would draw is nothing. */
const drawNothing = [
  'A11yDescriptions',
  'Attribution',
  'ConnectionLineWrapper',
  'EdgeUpdateAnchors',
  'NodesSelection',
  'SelectionListener',
  'UserSelection',
]

/** Hooks of the same kind, and what they answer. @type {Readonly<Record<string, string>>} */
const answers = {
  handleNodeClick: 'undefined',
  useDrag: 'false',
  useGlobalKeyHandler: 'undefined',
  useKeyPress: 'false',
  useMoveSelectedNodes: '() => {}',
  useOnInitHandler: 'undefined',
  useViewportSync: 'undefined',
}

/** What is said instead of a function of the published file, which ends at the first closing brace in the first column. */
function replaced(/** @type {string} */ code, /** @type {string} */ name, /** @type {string} */ body) {
  const found = new RegExp(`^function ${name}\\([\\s\\S]*?^}$`, 'm')
  // A later version may have moved things: better no build than a graph that half works.
  if (!found.test(code)) throw new Error(`React Flow has no function ${name} any more: look at scripts/still-graph.mjs`)
  return code.replace(found, () => `function ${name}(props) { return ${body} }`)
}

/** The same for a constant, which ends like a function. */
function replacedConstant(/** @type {string} */ code, /** @type {string} */ name, /** @type {string} */ value) {
  const found = new RegExp(`^const ${name} = [\\s\\S]*?^\\};$`, 'm')
  if (!found.test(code)) throw new Error(`React Flow has no constant ${name} any more: look at scripts/still-graph.mjs`)
  return code.replace(found, () => `const ${name} = ${value};`)
}

/** Our nodes and edges are all our own kinds. */
const ownKinds = (/** @type {string} */ code) =>
  code.replace(/^const (builtinNodeTypes|builtinEdgeTypes) = \{[\s\S]*?^\};$/gm, (_all, name) => `const ${name} = {};`)

/** The keys that nodes and edges take: ours take none. */
const withoutKeys = (/** @type {string} */ code) =>
  code.replace(/^( +)const (onKeyDown|onFocus) = \([^)]*\) => \{[\s\S]*?^\1\};$/gm, (_all, _indent, name) => `const ${name} = undefined;`)

function stillCode(/** @type {string} */ code) {
  let still = withoutKeys(ownKinds(code))
  for (const name of drawNothing) still = replaced(still, name, 'null')
  for (const [name, answer] of Object.entries(answers)) still = replaced(still, name, answer)
  still = replacedConstant(still, 'MarkerDefinitions', '() => null')
  still = replaced(still, 'BatchProvider', 'props.children')
  still = replaced(still, 'Pane', "jsx('div', { className: 'react-flow__pane', style: containerStyle, children: props.children })")
  // Our nodes bring their sizes and their ends: nothing is measured, and none has a handle.
  still = replaced(still, 'useNodeObserver', 'useRef(null)')
  still = replaced(still, 'useResizeObserver', 'null')
  still = replaced(still, 'HandleComponent', 'null')
  // A name for the developer tools is a side effect, and would keep minimap, controls and resizer, which nobody uses; so is a call that
  // makes one of React Flow's own edges.
  return still.replace(/^\w+\.displayName = ['"][^'"]+['"];$/gm, '').replace(/ = (create\w+Edge\()/g, ' = /* @__PURE__ */ $1')
}

/** Of the system: nodes that grow with what is in them, what is read aloud of moving them, and sentences about wrong use, of which the numbers stay. */
function stillSystem(/** @type {string} */ code) {
  const numbers = "new Proxy({}, { get: (_all, name) => () => 'React Flow: ' + String(name) })"
  const still = replaced(code, 'handleExpandParent', '[]')
  return replacedConstant(replacedConstant(still, 'errorMessages', numbers), 'defaultAriaLabelConfig', '{}')
}

const unusedStyles =
  /__(controls|minimap|resize|handle|connection|selection|nodesselection|attribution|background|edgeupdater|edge-text|panel)/

/** A rule stays unless every one of its selectors is about what is left out. */
const stillStyles = (/** @type {string} */ css) =>
  css.replace(/([^{}]+)\{[^{}]*\}/g, (rule, /** @type {string} */ selectors) =>
    selectors.split(',').every((selector) => unusedStyles.test(selector)) ? '' : rule,
  )

const system = fileURLToPath(new URL('still-graph-system.mjs', import.meta.url))
const d3 = '\0d3'

/**
 * Our graph stands still: React Flow gets its system without what moves things (still-graph-system.mjs), and loses what only moving,
 * selecting and connecting need; a third of it stays away. d3's modules have side effects and would stay although nothing calls them:
 * names without values take their place.
 * @returns {import('vite').Plugin}
 */
export function stillGraph() {
  return {
    name: 'still-graph',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id === '@xyflow/system' && importer?.includes('@xyflow/react') ? system : id.startsWith('d3-') ? d3 : undefined,
    load: (id) =>
      id === d3 ? 'export let drag, select, pointer, zoom, zoomIdentity, zoomTransform, interpolateZoom, interpolate' : undefined,
    transform: {
      filter: { id: /@xyflow[\\/](react|system)[\\/]dist[\\/](esm[\\/]index\.js|base\.css)/ },
      handler: (code, id) => (id.includes('.css') ? stillStyles(code) : /[\\/]system[\\/]/.test(id) ? stillSystem(code) : stillCode(code)),
    },
  }
}
