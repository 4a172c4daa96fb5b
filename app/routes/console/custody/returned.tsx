import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Facts, PhotosGrid, Section } from '#app/ui/console/sections.tsx'
import { useReceipt } from './loaded-receipt.ts'

/** VS-4: that the item is back, and whether the paper came back for it. */
export function Returned() {
  const { receipt, may } = useReceipt()
  const { t, format } = useWords()
  const { returned, drawings } = receipt
  if (!returned) return null
  return (
    <Section title={t('custody:back.title')}>
      <Facts
        two
        items={[
          {
            term: t('custody:back.at'),
            children: format.moment(returned.at),
            ...(may.visits && returned.visitId !== null
              ? {
                  hint: (
                    <TextLink href={`/console/visits/${returned.visitId}`}>
                      {t('custody:receipt.returnVisit')}
                    </TextLink>
                  ),
                }
              : {}),
          },
          { term: t('custody:back.receivedBy'), children: returned.receivedBy },
          { term: t('custody:back.by'), children: returned.by },
          {
            term: t('custody:back.reclaimed'),
            children: returned.reclaimed
              ? t('custody:back.yes')
              : t('custody:back.because', { because: returned.because }),
          },
        ]}
      />
      {drawings.returned && (
        <div className="mt">
          <PhotosGrid
            items={[
              {
                href: `/attachments/${drawings.returned}`,
                src: `/attachments/${drawings.returned}`,
                alt: t('custody:back.drawing'),
                caption: returned.receivedBy,
              },
            ]}
          />
        </div>
      )}
    </Section>
  )
}
