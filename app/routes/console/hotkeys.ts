import { useEffect, useRef } from 'react'

/**
 * Keys that work where nothing is being typed: no field has the focus, no Chinese is being composed, no modifier is
 * held and no popover is open.
 */
export function useHotkeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const act = latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Whether keys belong to what has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // What has just closed keeps the focus until the next frame.
  if (target.closest('[popover]:not(:popover-open)')) return false
  return (
    target.isContentEditable ||
    target.closest(
      'textarea, select, [popover], dialog, input:not([type=radio], [type=checkbox])',
    ) !== null
  )
}

/** Ctrl and K, or Cmd and K, also while something is being typed. */
export function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || event.shiftKey || event.altKey) return
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [open])
}
