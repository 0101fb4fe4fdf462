import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A picture of at most 256 colours, as drawn pages have them, in a fraction of its bytes. */
const MOST_COLOURS = 256
const CHANNELS: Record<number, number> = { 2: 3, 6: 4 }
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png)
  const { colours, indexes } = reduce(pixels)
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1)
    Buffer.from(indexes.buffer, y * width, width).copy(lines, y * (width + 1) + 1)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8) // a byte an index, colours from the palette
  const palette = Buffer.from(colours.flatMap((colour) => rgb(colour)))
  const body = deflateSync(lines, { level: 9 })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const rgb = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255]

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** Colours as 0xrrggbb, line after line. */
function decode(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const channels = CHANNELS[png[25] ?? 0]
  if (png[24] !== 8 || channels === undefined) throw new Error('not a screenshot')
  const parts: Buffer[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const raw = inflateSync(Buffer.concat(parts))
  const stride = width * channels
  const pixels = new Uint32Array(width * height)
  let above = new Uint8Array(stride)
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1)
    const line = unfiltered(
      raw[start] ?? 0,
      raw.subarray(start + 1, start + 1 + stride),
      above,
      channels,
    )
    for (let x = 0; x < width; x += 1) {
      const [red = 0, green = 0, blue = 0] = line.subarray(x * channels)
      pixels[y * width + x] = (red << 16) | (green << 8) | blue
    }
    above = line
  }
  return { width, height, pixels }
}

/** PNG's five ways to write a line as differences from its neighbours. */
function unfiltered(filter: number, line: Uint8Array, above: Uint8Array, channels: number) {
  const out = new Uint8Array(line.length)
  for (let at = 0; at < line.length; at += 1) {
    const left = at < channels ? 0 : (out[at - channels] ?? 0)
    const up = above[at] ?? 0
    const corner = at < channels ? 0 : (above[at - channels] ?? 0)
    const guess =
      filter === 0
        ? 0
        : filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : nearest(left, up, corner)
    out[at] = (line[at] ?? 0) + guess
  }
  return out
}

function nearest(left: number, up: number, corner: number): number {
  const sum = left + up - corner
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(sum - one))
  if (toLeft === undefined || toUp === undefined || toCorner === undefined) return 0
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** The most frequent colours stay; every other becomes the nearest of them. */
function reduce(pixels: Uint32Array): { colours: number[]; indexes: Uint8Array } {
  const counts = new Map<number, number>()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const byCount = [...counts].toSorted(([, one], [, other]) => other - one)
  const colours = spread(byCount.map(([colour]) => colour))
  const places = new Map<number, number>()
  for (const [colour] of byCount) places.set(colour, closest(colour, colours))
  return { colours, indexes: Uint8Array.from(pixels, (pixel) => places.get(pixel) ?? 0) }
}

/** By frequency, but none beside one that is chosen already: seldom hues are kept as well. */
function spread(colours: readonly number[]): number[] {
  for (let apart = 0; ; apart += 4) {
    const chosen: number[] = []
    for (const colour of colours) {
      if (chosen.length > MOST_COLOURS) break
      const isNew = chosen.every((one) => distance(one, colour) > apart * apart)
      if (isNew) chosen.push(colour)
    }
    if (chosen.length <= MOST_COLOURS) return chosen
  }
}

function distance(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16)
  const green = ((one >> 8) & 255) - ((other >> 8) & 255)
  const blue = (one & 255) - (other & 255)
  return red * red + green * green + blue * blue
}

function closest(colour: number, among: readonly number[]): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [index, one] of among.entries()) {
    const far = distance(colour, one)
    if (far < least) {
      best = index
      least = far
    }
  }
  return best
}
