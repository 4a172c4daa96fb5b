import { useWords } from '#app/i18n/use-words.ts'
import { Photos } from '#app/ui/portal/photos.tsx'
import { useVisit } from './loaded-visit.ts'

/** What the crew is asked to do, and what the customer said and sent. */
export function ToDo() {
  const { work, product, description, reported } = useVisit()
  const { t } = useWords()
  return (
    <section>
      <h2>{t('crew:visit.toDo')}</h2>
      <p className="gap-2">{work}</p>
      <p className="muted gap-2">{t('crew:visit.product', { product })}</p>
      <p className="muted">{t('crew:visit.said', { text: description })}</p>
      {reported.length > 0 && (
        <Photos
          large
          items={reported.map((id, index) => ({
            src: `/attachments/${id}`,
            href: `/attachments/${id}`,
            alt: t('crew:visit.reportedAlt', { n: index + 1 }),
          }))}
        />
      )}
    </section>
  )
}
