import { start } from 'monaco-editor/editor/editor.worker.start'
import { initialize } from 'monaco-editor/internal/common/initialize'
import { JSONWorker } from 'monaco-editor/languages/features/json/jsonWorker'

// Both of Monaco's workers in one file: the JSON worker holds the other in full, and a second file would be a tenth of the site.
self.onmessage = () => {
  if (self.name === 'json') initialize((context, data) => new JSONWorker(context, data))
  else start(() => ({}))
}
