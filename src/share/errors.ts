/** Why a link or a file could not be opened. */
export type ShareError =
  | { readonly kind: 'damaged' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'later-version' }
  | { readonly kind: 'not-a-scenario' }
  | { readonly kind: 'wrong-type'; readonly member: string }

export type ShareResult<T> = { readonly kind: 'ok'; readonly scenario: T } | { readonly kind: 'error'; readonly error: ShareError }

export const failure = (error: ShareError): { readonly kind: 'error'; readonly error: ShareError } => ({ kind: 'error', error })
