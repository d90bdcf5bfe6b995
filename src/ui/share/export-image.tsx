import { createRoot } from 'react-dom/client'
import type { AppStores } from '../../state'
import { AppStoresProvider } from '../AppStores'
import { GlyphSprite } from '../icons/GlyphSprite'
import { LateGlyphs } from '../icons/LateGlyphs'
import { PresenterView } from '../presenter/PresenterView'
import { pngOf, svgOf } from './picture-of'
import { saveBlob } from './save-blob'

/** Of the image, in px. */
const size = { width: 1600, height: 900 } as const

export type ImageFormat = 'png' | 'svg'

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** Waits until the stage is measured and drawn, or says that it is not. */
async function drawn(element: HTMLElement): Promise<void> {
  // The stage measures itself, then places its nodes, then draws its lines: each takes a frame.
  for (let frames = 0; frames < 120; frames++) {
    await nextFrame()
    if (frames > 4 && element.querySelector('.react-flow__edge path') && element.querySelector('.react-flow__node')) return
  }
  throw new Error('the stage was not drawn')
}

/** Where the picture comes from, without what the address carries: a whole scenario would not fit under it. */
const caption = () => `${location.host}${location.pathname}`.replace(/\/$/, '')

/** Draws the moment as the presentation would, beside the page, as a document of its own. */
async function draw(stores: AppStores): Promise<string> {
  const place = document.body.appendChild(document.createElement('div'))
  place.className = 'image-place'
  place.inert = true
  place.setAttribute('aria-hidden', 'true')
  const root = createRoot(place)
  try {
    root.render(
      <AppStoresProvider stores={stores}>
        <div style={size}>
          <GlyphSprite />
          <LateGlyphs />
          <PresenterView size={size} foot={caption()} />
        </div>
      </AppStoresProvider>,
    )
    await drawn(place)
    const [picture] = place.children
    if (!picture) throw new Error('nothing was drawn')
    return svgOf(picture, size, picture.querySelector('h1')?.textContent ?? '')
  } finally {
    root.unmount()
    place.remove()
  }
}

/** Saves narration, stage and deciding statement as they stand now, in the theme of the page. */
export async function saveImage(stores: AppStores, format: ImageFormat): Promise<void> {
  const { workspace, notices } = stores
  const name = `${workspace.getState().scenario?.id ?? 'passrole-lab'}.${format}`
  try {
    await stores.complete()
    const svg = await draw(stores)
    saveBlob(name, format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg, size))
    notices.getState().notify('info', 'notice.image-saved', { name })
  } catch {
    // A browser that draws no HTML into a canvas, for one: printing shows the same.
    notices.getState().notify('problem', 'notice.image-failed')
  }
}
