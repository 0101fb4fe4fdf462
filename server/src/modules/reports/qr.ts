import { crc32, deflateSync } from 'node:zlib'
import qrcode from 'qrcode-generator'

/** Dots of the picture a module of the code is wide, and the quiet zone around it in modules. */
const DOTS = 6
const QUIET = 4
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** An address as a QR code, a picture in black and white. */
export function qrPng(address: string): Uint8Array {
  const code = qrcode(0, 'M')
  code.addData(address)
  code.make()
  const modules = code.getModuleCount()
  const size = (modules + QUIET * 2) * DOTS
  const line = Math.ceil(size / 8)
  const rows = Buffer.alloc(size * (line + 1), 0xff)
  for (let y = 0; y < size; y += 1) {
    rows[y * (line + 1)] = 0 // the row is not filtered
    for (let x = 0; x < size; x += 1) {
      const [row, column] = [Math.floor(y / DOTS) - QUIET, Math.floor(x / DOTS) - QUIET]
      const isInside = row >= 0 && column >= 0 && row < modules && column < modules
      if (!isInside || !code.isDark(row, column)) continue
      const at = y * (line + 1) + 1 + Math.floor(x / 8)
      rows[at] = (rows[at] ?? 0) & ~(0x80 >> (x % 8))
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head[8] = 1 // one bit a dot, shades of grey
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
