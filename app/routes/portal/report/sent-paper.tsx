import { sayPreferredDays } from '#app/i18n/preferred-days.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Lines } from '../lines.tsx'
import { SentOnPaper } from '../sent-number.tsx'

/** What was sent, so that a wrong address is seen at once; on paper, to whom and when as well. */
export function SentPaper({
  at,
  token,
  product,
  description,
  address,
  preferredDays,
  trackAddress,
}: {
  at: string
  token: string
  product: string
  description: string
  address: string
  preferredDays: string
  trackAddress: string
}) {
  const { t, format } = useWords()
  const days = sayPreferredDays(preferredDays, t, format)
  return (
    <section aria-labelledby="what-was-sent">
      <h2 id="what-was-sent">{t('report:sent.what')}</h2>
      <Facts
        items={[
          { term: t('report:check.product'), children: product },
          {
            term: t('report:check.problem'),
            children: <span className="typed">{description}</span>,
          },
          {
            term: t('report:check.address'),
            children: <span className="typed">{address}</span>,
          },
          {
            term: t('report:check.days'),
            children: <Lines of={days} none={t('report:check.anyDay')} />,
          },
        ]}
      />
      <p className="gap-3">
        <a href={`/track/${token}#talk`}>{t('report:sent.wrong')}</a>
      </p>
      <SentOnPaper trackAddress={trackAddress} at={format.moment(at)} />
    </section>
  )
}
