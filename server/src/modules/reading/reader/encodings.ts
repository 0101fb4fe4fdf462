const COMMON =
  /(?<!\p{L})(?:và|của|các|được|cho|với|trong|không|hợp tác xã|xã|tỉnh|huyện|đồng|năm|về|phát triển)(?!\p{L})/giu

/** How a file's bytes were read as text; null when no encoding gives Vietnamese or plain text. */
export function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const wide = withoutMark(bytes)
  if (wide !== null) return wide
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return oneByte(bytes)
  }
}

/** UTF-16 without a mark: every other byte of plain letters is zero. */
function withoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  sample.forEach((byte, index) => {
    if (byte === 0) {
      if (index % 2 === 0) even += 1
      else odd += 1
    }
  })
  if (odd > sample.length / 5 && even < odd / 10) return new TextDecoder('utf-16le').decode(bytes)
  if (even > sample.length / 5 && odd < even / 10) return new TextDecoder('utf-16be').decode(bytes)
  return null
}

/** Of the old one-byte tables the one that gives more common words. */
function oneByte(bytes: Uint8Array): string | null {
  const windows = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  const abc = Array.from(bytes, (byte) =>
    byte < 0xa1 ? String.fromCharCode(byte) : (TCVN3_TABLE[byte - 0xa1] ?? ' '),
  ).join('')
  const [best, words] = [windows, abc]
    .map((text) => [text, text.slice(0, 20_000).match(COMMON)?.length ?? 0] as const)
    .reduce((a, b) => (b[1] > a[1] ? b : a))
  return words >= 2 ? best : null
}

const TCVN3_TABLE = tcvn3()

/** TCVN 5712:1993 VN3 ("ABC" fonts) byte by byte: letters in the order of the standard, with its gaps. */
function tcvn3(): (string | undefined)[] {
  const rows: readonly (readonly [number, string])[] = [
    [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
    [0xb5, 'àảãáạ'],
    [0xbb, 'ằẳẵắ'],
    [0xc6, 'ặầẩẫấậè'],
    [0xce, 'ẻẽ'],
    [0xd0, 'éẹềểễếệìỉ'],
    [0xdc, 'ĩíịò'],
    [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
    [0xf1, 'ủũúụừửữứự'],
    [0xfa, 'ỳỷỹýỵ'],
  ]
  const table: (string | undefined)[] = []
  for (const [from, letters] of rows) {
    Array.from(letters).forEach((letter, index) => {
      table[from - 0xa1 + index] = letter
    })
  }
  return table
}
