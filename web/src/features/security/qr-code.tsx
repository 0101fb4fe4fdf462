import qrcode from 'qrcode-generator'

const QUIET = 4 // modules of white around, as readers need

/** A text as a QR code, drawn as one path: nothing of it is a style or a picture from elsewhere. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const rows = Array.from({ length: count }, (_row, row) =>
    Array.from({ length: count }, (_column, column) =>
      code.isDark(row, column) ? `M${column + QUIET} ${row + QUIET}h1v1h-1z` : '',
    ).join(''),
  )
  const size = count + 2 * QUIET
  return (
    <svg className="security-qr" viewBox={`0 0 ${size} ${size}`}>
      <title>{label}</title>
      <path d={rows.join('')} />
    </svg>
  )
}
