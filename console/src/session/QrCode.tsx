import qrcode from 'qrcode-generator'

/** A QR code as one path: sharp at any size, and nothing is loaded for it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const places = Array.from({ length: size }, (_, place) => place)
  const dark = places.flatMap((row) => places.filter((column) => code.isDark(row, column)).map((column) => `M${column + 2} ${row + 2}h1v1h-1z`))
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size + 4} ${size + 4}`} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size + 4}v${size + 4}h-${size + 4}z`} />
      <path fill="#000" d={dark.join('')} />
    </svg>
  )
}
