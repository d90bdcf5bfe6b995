const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The bits of base64 text, padding aside; undefined when it is not base64. */
function base64Bits(text: string): string | undefined {
  let end = text.length
  while (text[end - 1] === '=') end--
  const bare = text.slice(0, end)
  if (!/^[A-Za-z0-9+/]*$/.test(bare) || bare.length % 4 === 1) return undefined
  const bits = [...bare].map((character) => alphabet.indexOf(character).toString(2).padStart(6, '0')).join('')
  return bits.slice(0, bits.length - (bits.length % 8))
}

/** BinaryEquals: both sides as base64, compared as bytes. */
export function matchBinary(listed: string, requested: string): boolean {
  const bits = base64Bits(listed)
  return bits !== undefined && bits === base64Bits(requested)
}

/** `true` or `false` in any case; undefined for anything else. */
export function parseBool(text: string): boolean | undefined {
  const lower = text.toLowerCase()
  return lower === 'true' ? true : lower === 'false' ? false : undefined
}
