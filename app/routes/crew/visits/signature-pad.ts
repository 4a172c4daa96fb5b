import { type RefObject, useEffect, useRef } from 'react'
import type SignaturePad from 'signature_pad'

/**
 * A pen on a clear canvas, over the line one signs on; sharp on any screen, kept when the screen turns.
 * @param drawn called after each stroke
 */
export function useSignaturePad(
  canvas: RefObject<HTMLCanvasElement>,
  drawn?: (pad: SignaturePad) => void,
) {
  const pad = useRef<SignaturePad | null>(null)
  const afterStroke = useRef(drawn)
  useEffect(() => {
    afterStroke.current = drawn
  })
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let gone = false
    const watch = new ResizeObserver(() => pad.current && fit(element, pad.current))
    void import('signature_pad').then(({ default: Pad }) => {
      if (gone) return
      const pen = new Pad(element, { penColor: '#000' })
      pen.addEventListener('endStroke', () => afterStroke.current?.(pen))
      pad.current = pen
      watch.observe(element)
    })
    return () => {
      gone = true
      watch.disconnect()
      pad.current?.off()
      pad.current = null
    }
  }, [canvas])
  return pad
}

function fit(canvas: HTMLCanvasElement, pad: SignaturePad) {
  const sharpness = Math.max(1, window.devicePixelRatio)
  const width = Math.round(canvas.offsetWidth * sharpness)
  const height = Math.round(canvas.offsetHeight * sharpness)
  if (canvas.width === width && canvas.height === height) return
  const strokes = pad.toData()
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.scale(sharpness, sharpness)
  pad.clear()
  pad.fromData(strokes)
}

/** What was drawn, black on white, as a PNG data URL; `null` when nothing was. */
export function drawingOf(
  canvas: HTMLCanvasElement | null,
  pad: SignaturePad | null,
): string | null {
  if (!canvas || !pad || pad.isEmpty()) return null
  const sheet = document.createElement('canvas')
  sheet.width = canvas.width
  sheet.height = canvas.height
  const brush = sheet.getContext('2d')
  if (!brush) return null
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, sheet.width, sheet.height)
  brush.drawImage(canvas, 0, 0)
  return sheet.toDataURL('image/png')
}
