import { useWords } from '#app/i18n/use-words.ts'
import { SheetSection } from '#app/ui/paper/sheet.tsx'
import type { SignedContent } from './record-view.server.ts'

const stages = ['before', 'after', 'damage', 'custody'] as const

/** The pictures that were signed for; one that is gone leaves its place empty, in words. */
export function Photos({ content: { photos, consents } }: { content: SignedContent }) {
  const { t } = useWords()
  const pictures = [
    ...photos.map(({ stage, src }, i) => {
      const known = stages.find((one) => one === stage) ?? 'other'
      return {
        src,
        words: t(`record:photo.${known}`, { n: i + 1 }),
        caption: t(`record:caption.${known}`),
      }
    }),
    ...consents.map((src, i) => ({
      src,
      words: t('record:consent', { n: i + 1 }),
      caption: t('record:caption.consent'),
    })),
  ]
  if (pictures.length === 0) return null
  return (
    <SheetSection title={t('record:photos')}>
      <ul className="photos">
        {pictures.map(({ src, words, caption }, i) => (
          <li key={i}>
            {src ? (
              <figure>
                <a href={src}>
                  <img src={src} alt={words} />
                </a>
                <figcaption>{caption}</figcaption>
              </figure>
            ) : (
              <p>{t('record:photoGone', { photo: words })}</p>
            )}
          </li>
        ))}
      </ul>
    </SheetSection>
  )
}
