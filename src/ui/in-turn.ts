type Task = () => void

const waiting: Task[] = []
let running = false
let drawing = false

function next(): void {
  const task = waiting.shift()
  running = task !== undefined
  if (!task) return
  drawing = true
  requestAnimationFrame(() => {
    drawing = false
    // The frame after the one in which the editor draws is the page's own.
    requestAnimationFrame(() => setTimeout(next))
  })
  task()
}

/**
 * Runs what makes an editor draw itself anew, each in a task of its own between two frames and in every second frame at most: what React
 * has just drawn for a step, and another editor, are not in the same frame. Returns what calls it off.
 */
export function inTurn(task: Task): () => void {
  waiting.push(task)
  if (!running) {
    running = true
    setTimeout(next)
  }
  return () => {
    const place = waiting.indexOf(task)
    if (place >= 0) waiting.splice(place, 1)
  }
}

/** True from when an editor was told something until the frame in which it draws that. */
export const editorDraws = (): boolean => drawing
