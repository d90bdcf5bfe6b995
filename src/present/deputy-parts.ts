import type { Trace } from '../simulate'

type DeputyParts = typeof import('./deputy')

let parts: DeputyParts | undefined

/** Fetches what is drawn and said of somebody else's call. Before the whole catalogue is there, no such call can be judged. */
export async function loadDeputyParts(): Promise<void> {
  parts ??= await import('./deputy')
}

/** What is drawn and said where the call is somebody else's; undefined for any other. */
export const deputyParts = (trace: Trace | undefined): DeputyParts | undefined => (trace?.owner ? parts : undefined)
