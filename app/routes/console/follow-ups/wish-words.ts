import { useWords } from '#app/i18n/use-words.ts'
import type { WishPart, WishWay } from '#db/vocabulary/work.ts'

/** VS-9: when and how the customer would like to be asked; nothing where it is all the same to them. */
export function useWishWords() {
  const { t } = useWords()
  return ({ part, way }: { part: WishPart; way: WishWay }): string | null => {
    if (way !== 'phone') return t(`followUps:wish.${way}`)
    return part === 'any' ? null : t(`followUps:wish.${part}`)
  }
}
