export const paletteId = 'palette'
export const inputId = 'palette-ask'
export const listId = 'palette-list'

/** Opens the palette with the cursor in its box. */
export function openPalette(): void {
  const palette = document.getElementById(paletteId)
  if (!palette?.matches(':popover-open')) palette?.showPopover()
  document.getElementById(inputId)?.focus()
}

export function closePalette(): void {
  const palette = document.getElementById(paletteId)
  if (palette?.matches(':popover-open')) palette.hidePopover()
}
