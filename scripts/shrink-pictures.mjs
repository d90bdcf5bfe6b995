import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The chunks of a PNG, as they stand in the file. */
function chunksOf(/** @type {Buffer} */ file) {
  const chunks = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

function chunk(/** @type {string} */ type, /** @type {Buffer} */ data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

/** What a PNG's filters foretell of a byte, from the bytes to the left, above, and above to the left. */
function foretell(/** @type {number} */ filter, /** @type {number} */ left, /** @type {number} */ up, /** @type {number} */ corner) {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** The bytes of the picture, row by row, without filters. */
function unfilter(/** @type {Buffer} */ raw, /** @type {number} */ width, /** @type {number} */ height, /** @type {number} */ step) {
  const row = width * step
  const bytes = Buffer.alloc(row * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)] ?? 0
    for (let x = 0; x < row; x++) {
      const at = y * row + x
      const left = x >= step ? (bytes[at - step] ?? 0) : 0
      const up = y > 0 ? (bytes[at - row] ?? 0) : 0
      const corner = x >= step && y > 0 ? (bytes[at - row - step] ?? 0) : 0
      bytes[at] = (raw[y * (row + 1) + 1 + x] ?? 0) + foretell(filter, left, up, corner)
    }
  }
  return bytes
}

/** One index per pixel and the colours, where there are at most 256 of them. */
function paletteOf(/** @type {Buffer} */ bytes, /** @type {number} */ step) {
  const indices = /** @type {Map<number, number>} */ (new Map())
  const pixels = Buffer.alloc(bytes.length / step)
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const colour = bytes.readUIntBE(pixel * step, 3)
    let index = indices.get(colour)
    if (index === undefined) {
      if (indices.size === 256) return undefined
      index = indices.size
      indices.set(colour, index)
    }
    pixels[pixel] = index
  }
  const colours = Buffer.alloc(indices.size * 3)
  for (const [colour, index] of indices) colours.writeUIntBE(colour, index * 3, 3)
  return { pixels, colours }
}

/** Rows without filters: what is drawn, not photographed, packs best so. */
function rowsOf(/** @type {Buffer} */ bytes, /** @type {number} */ row, /** @type {number} */ height) {
  return Buffer.concat(Array.from({ length: height }, (_, y) => [Buffer.alloc(1), bytes.subarray(y * row, (y + 1) * row)]).flat())
}

/** The same picture in fewer bytes: no alpha, a palette where it suffices, and the most thorough packing. */
export function shrink(/** @type {Buffer} */ file) {
  const chunks = chunksOf(file)
  const head = chunks[0]?.data ?? Buffer.alloc(13)
  const [width, height, depth, kind] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9]]
  if (depth !== 8 || (kind !== 2 && kind !== 6)) return file
  const step = kind === 2 ? 3 : 4
  const data = Buffer.concat(chunks.flatMap((entry) => (entry.type === 'IDAT' ? [entry.data] : [])))
  const bytes = unfilter(inflateSync(data), width, height, step)
  const palette = paletteOf(bytes, step)
  const colour = palette ? 3 : 2
  const rgb = step === 3 ? bytes : Buffer.from(bytes.filter((_, at) => at % 4 !== 3))
  const rows = palette ? rowsOf(palette.pixels, width, height) : rowsOf(rgb, width * 3, height)
  const newHead = Buffer.from(head)
  newHead[9] = colour
  const result = Buffer.concat([
    signature,
    chunk('IHDR', newHead),
    ...(palette ? [chunk('PLTE', palette.colours)] : []),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return result.length < file.length ? result : file
}

/** Packs every picture of a folder anew, and says how much that saved. */
export function shrinkPictures(/** @type {string} */ folder) {
  let before = 0
  let after = 0
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.png'))) {
    const file = readFileSync(join(folder, name))
    const packed = shrink(file)
    before += file.length
    after += packed.length
    if (packed !== file) writeFileSync(join(folder, name), packed)
  }
  console.log(`Pictures packed: ${Math.round(before / 1024)} KiB, now ${Math.round(after / 1024)} KiB.`)
}
