type Task = () => void

const waiting: Task[] = []
let drawing = false

function next(): void {
  const task = waiting.shift()
  drawing = task !== undefined
  task?.()
  if (drawing) requestAnimationFrame(next)
}

/**
 * Runs what makes an editor draw itself anew: the first of a moment at once, the others a frame apart, so that no frame draws two
 * editors while the rail is in motion. Returns what calls it off.
 */
export function inTurn(task: Task): () => void {
  waiting.push(task)
  if (!drawing) next()
  return () => {
    const place = waiting.indexOf(task)
    if (place >= 0) waiting.splice(place, 1)
  }
}
