const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const values = new Map([...alphabet].map((letter, value) => [letter, value]))

/** Bytes as letters that a fragment carries unescaped: base64url without padding. */
export function toLetters(bytes: Uint8Array): string {
  let letters = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const triple = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const count = Math.min(4, bytes.length - i + 1)
    for (let j = 0; j < count; j++) letters += alphabet[(triple >> (18 - 6 * j)) & 63]
  }
  return letters
}

/** The bytes again; undefined when a letter is none of ours or the length is impossible. */
export function fromLetters(letters: string): Uint8Array | undefined {
  if (letters.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4))
  let bits = 0
  let count = 0
  let at = 0
  for (const letter of letters) {
    const value = values.get(letter)
    if (value === undefined) return undefined
    bits = ((bits << 6) | value) & 0xffff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes[at++] = (bits >> count) & 255
  }
  return bytes
}

/** Text as bytes: UTF-8, but each UTF-16 unit by itself, so that lone surrogates come back as they were. */
export function toBytes(text: string): Uint8Array {
  const bytes: number[] = []
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) bytes.push(unit)
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 63))
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 63), 0x80 | (unit & 63))
  }
  return Uint8Array.from(bytes)
}

const portion = 8192

/** What `toBytes` was given. */
export function fromBytes(bytes: Uint8Array): string {
  let text = ''
  let units: number[] = []
  const next = (i: number) => (bytes[i] ?? 0) & 63
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i++] ?? 0
    if (first < 0x80) units.push(first)
    else if (first < 0xe0) units.push(((first & 31) << 6) | next(i++))
    else units.push(((first & 15) << 12) | (next(i++) << 6) | next(i++))
    if (units.length < portion) continue
    text += String.fromCharCode(...units)
    units = []
  }
  return text + String.fromCharCode(...units)
}

/** FNV-1a, 32 bits, as four bytes: tells a damaged text from the one that was packed. */
export function checksum(bytes: Uint8Array): Uint8Array {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return Uint8Array.of(hash >>> 24, hash >>> 16, hash >>> 8, hash)
}
