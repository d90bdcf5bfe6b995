/** Partition, service and region compare without regard to case. */
export const foldable = (index: number): boolean => index < 4

/** The resource of a request. It is taken apart at every colon when a pattern first needs that. */
export class RequestResource {
  /** The whole text with partition, service and region in lower case. */
  readonly folded: string
  #tokens: readonly string[] | undefined
  #starts: readonly number[] | undefined

  constructor(readonly text: string) {
    let colon = -1
    for (let index = 0; foldable(index); index++) {
      colon = text.indexOf(':', colon + 1)
      if (colon < 0) break
    }
    this.folded = colon < 0 ? text.toLowerCase() : text.slice(0, colon).toLowerCase() + text.slice(colon)
  }

  get tokens(): readonly string[] {
    this.#tokens ??= this.folded.split(':')
    return this.#tokens
  }

  /** Where each token begins in `folded`. */
  get starts(): readonly number[] {
    if (this.#starts) return this.#starts
    const starts: number[] = []
    let at = 0
    for (const token of this.tokens) {
      starts.push(at)
      at += token.length + 1
    }
    this.#starts = starts
    return starts
  }
}

export const readResource = (text: string): RequestResource => new RequestResource(text)
