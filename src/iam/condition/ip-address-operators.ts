/** An address or block: IPv4 as 4 bytes, IPv6 as 16. `prefix` counts bits. */
export interface AddressBlock {
  readonly bytes: readonly number[]
  readonly prefix: number
}

function parseV4(text: string): number[] | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined
  return parts.map(Number)
}

function parseV6(text: string): number[] | undefined {
  // Longer than any address: hostile text must not keep the pattern below busy.
  if (text.length > 64) return undefined
  let source = text
  const tail = /:([^:]*\.[^:]*)$/.exec(text)
  if (tail) {
    const v4 = parseV4(tail[1] ?? '')
    if (!v4) return undefined
    const [a = 0, b = 0, c = 0, d = 0] = v4
    source = `${text.slice(0, tail.index + 1)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  }
  const halves = source.split('::')
  if (halves.length > 2) return undefined
  const groups = (half: string) => (half === '' ? [] : half.split(':'))
  const head = groups(halves[0] ?? '')
  const rest = groups(halves[1] ?? '')
  const missing = 8 - head.length - rest.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  const all = [...head, ...Array.from({ length: halves.length === 2 ? missing : 0 }, () => '0'), ...rest]
  if (!all.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined
  return all.flatMap((group) => {
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 255]
  })
}

/** Reads `203.0.113.0/24`, `2001:DB8::/32` or a bare address (/32, /128); undefined for anything else. */
export function parseAddressBlock(text: string): AddressBlock | undefined {
  const [address = '', length, extra] = text.split('/')
  const bytes = address.includes(':') ? parseV6(address) : parseV4(address)
  if (!bytes || extra !== undefined) return undefined
  const bits = bytes.length * 8
  if (length === undefined) return { bytes, prefix: bits }
  return /^\d{1,3}$/.test(length) && Number(length) <= bits ? { bytes, prefix: Number(length) } : undefined
}

/** Is the request's address inside the block? Host bits are masked; IPv4 and IPv6 never match each other. */
export function isInBlock(address: AddressBlock, block: AddressBlock): boolean {
  if (address.bytes.length !== block.bytes.length || address.prefix < block.prefix) return false
  for (let i = 0; i * 8 < block.prefix; i++) {
    const bits = Math.min(8, block.prefix - i * 8)
    const mask = (0xff << (8 - bits)) & 0xff
    if (((address.bytes[i] ?? 0) & mask) !== ((block.bytes[i] ?? 0) & mask)) return false
  }
  return true
}
