import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker'

/** Monaco's workers, from our own origin. Set in the entry chunk: the editor's own chunk may run its modules in another order. */
export function provideMonacoWorkers(): void {
  self.MonacoEnvironment = { getWorker: (_id, label) => (label === 'json' ? new JsonWorker() : new EditorWorker()) }
}
