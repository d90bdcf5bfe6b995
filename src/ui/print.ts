import './print.css'

/** What an A4 page held wide has inside its margins, in px. */
const paper = { width: 1060, height: 732 }

let shown: string | undefined

function beforePrint(): void {
  const root = document.documentElement
  shown = root.dataset.theme
  root.dataset.theme = 'light'
  root.style.setProperty('--print-width', `${innerWidth}px`)
  root.style.setProperty('--print-height', `${innerHeight}px`)
  root.style.setProperty('--print-zoom', Math.min(paper.width / innerWidth, paper.height / innerHeight).toFixed(4))
}

function afterPrint(): void {
  const root = document.documentElement
  if (shown !== undefined) root.dataset.theme = shown
  for (const name of ['--print-width', '--print-height', '--print-zoom']) root.style.removeProperty(name)
}

/** Prints what is on the screen: on one page, light, at whatever size the window has. */
export function preparePrinting(): void {
  addEventListener('beforeprint', beforePrint)
  addEventListener('afterprint', afterPrint)
}
