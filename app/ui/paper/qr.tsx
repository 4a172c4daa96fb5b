/** A QR code as one path over a square of so many modules, its quiet border among them. */
export interface QrCode {
  path: string
  size: number
  /** What it says to somebody who can't see it. */
  label: string
}

export function Qr({ path, size, label }: QrCode) {
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}
