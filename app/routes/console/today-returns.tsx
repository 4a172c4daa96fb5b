import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { MiniList, Section } from '#app/ui/console/sections.tsx'
import { casePath, returnsPath } from './returns/case-look.ts'
import type { TodayView } from './today.tsx'

/** RX-2, RX-3: the returns that wait for the decision or the signature of whoever is signed in. */
export function TodayReturns({ cases }: { cases: TodayView['toDecide'] }) {
  const { t, format } = useWords()
  if (cases.length === 0) return null
  return (
    <Section
      title={t('console:today.returns')}
      right={<TextLink href={returnsPath}>{t('console:today.all')}</TextLink>}
    >
      <MiniList
        items={cases.map(({ number, product, customer, status, dueAt }) => ({
          href: casePath(number),
          number,
          text: product,
          foot: t(`console:today.returnOf.${nextOf(status)}`, {
            customer,
            time: format.distance(dueAt),
          }),
        }))}
      />
    </Section>
  )
}

type Status = TodayView['toDecide'][number]['status']

/** A case that stands decided waits for nobody but whoever signs a change of its shares. */
const nextOf = (status: Status) =>
  status === 'asked' || status === 'appealed' || status === 'approving' ? status : 'shares'
