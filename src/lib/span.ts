/** A stretch of one document's text: UTF-16 offsets, `end` exclusive. `documentId` says which text. */
export interface Span {
  readonly documentId: string
  readonly start: number
  readonly end: number
}

/** A value that knows the text it was read from. Equality of meaning ignores the span. */
export interface Located<T> {
  readonly value: T
  readonly span: Span
}
