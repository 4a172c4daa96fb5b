import { sayPreferredDays } from '#app/i18n/preferred-days.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Lines } from '../lines.tsx'
import { usePortal } from '../portal.ts'

/** What the printed confirmation says beside the number; the screen has no need of it. */
export function SentPaper({
  at,
  product,
  address,
  preferredDays,
  trackAddress,
}: {
  at: string
  product: string
  address: string
  preferredDays: string
  trackAddress: string
}) {
  const { t, format } = useWords()
  const { company } = usePortal()
  const days = sayPreferredDays(preferredDays, t, format)
  return (
    <div className="print-only">
      <Facts
        items={[
          { term: t('report:sent.shop'), children: company },
          { term: t('report:sent.at'), children: format.moment(at) },
          { term: t('report:check.product'), children: product },
          {
            term: t('report:check.address'),
            children: <span className="typed">{address}</span>,
          },
          {
            term: t('report:check.days'),
            children: <Lines of={days} none={t('report:check.anyDay')} />,
          },
          {
            term: t('report:sent.trackAt'),
            children: t('report:sent.trackWith', { address: trackAddress }),
          },
        ]}
      />
    </div>
  )
}
