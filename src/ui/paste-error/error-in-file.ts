import { longestErrorText, looksLikeError } from '../../simulate'

/** The error message in a file that was dropped; undefined where it is none, such as a scenario's. */
export async function errorInFile(file: File): Promise<string | undefined> {
  if (file.size > 4 * longestErrorText) return undefined
  const text = await file.text().catch(() => '')
  return looksLikeError(text) && !/"documents"\s*:/.test(text) ? text : undefined
}
