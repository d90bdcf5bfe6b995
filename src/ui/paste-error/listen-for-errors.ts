import { looksLikeError } from '../../simulate'

const writesText = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable=true], .monaco-editor, dialog') !== null

/** Hears of an error message that is pasted or dropped where nothing is written. Returns how to stop. */
export function listenForErrors(open: (text: string) => void): () => void {
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (writesText(event.target) || !looksLikeError(text)) return
    event.preventDefault()
    open(text)
  }
  const onDragOver = (event: DragEvent) => {
    if (!writesText(event.target) && event.dataTransfer?.types.includes('text/plain')) event.preventDefault()
  }
  const onDrop = (event: DragEvent) => {
    const text = event.dataTransfer?.files.length ? '' : (event.dataTransfer?.getData('text/plain') ?? '')
    if (writesText(event.target) || !looksLikeError(text)) return
    event.preventDefault()
    open(text)
  }
  addEventListener('paste', onPaste)
  addEventListener('dragover', onDragOver)
  addEventListener('drop', onDrop)
  return () => {
    removeEventListener('paste', onPaste)
    removeEventListener('dragover', onDragOver)
    removeEventListener('drop', onDrop)
  }
}
