import MonacoWorker from './monaco.worker?worker'

/** Monaco's workers, from our own origin. Set in the entry chunk: the editor's own chunk may run its modules in another order. */
export function provideMonacoWorkers(): void {
  self.MonacoEnvironment = { getWorker: (_id, label) => new MonacoWorker({ name: label }) }
}
