/** Why a link or a file could not be opened. */
export type ShareError =
  | { readonly kind: 'damaged' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'later-version' }
  | { readonly kind: 'not-a-scenario' }
  | { readonly kind: 'wrong-type'; readonly member: string }

/** What was opened, with the names of documents in it that this version does not know and leaves out; or why it could not be opened. */
export type ShareResult<T> =
  | { readonly kind: 'ok'; readonly scenario: T; readonly unknownDocuments: readonly string[] }
  | { readonly kind: 'error'; readonly error: ShareError }

export const failure = (error: ShareError): { readonly kind: 'error'; readonly error: ShareError } => ({ kind: 'error', error })
