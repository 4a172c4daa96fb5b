import { loadLatest } from './latest.ts'
import { useAfterSending } from './use-after-sending.ts'

/** Loads what a page shows anew after something was sent. */
export const useFresh = (path: string): void => useAfterSending(() => void loadLatest(path), 400)
