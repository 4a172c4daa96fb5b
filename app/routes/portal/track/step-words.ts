import type { StepForCustomer } from '#app/domain/returns/case-for-customer.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { VisitOfPage } from './next.tsx'

/** One thing a decision brings, and when: promised, agreed, still to be agreed, or done. */
export function useStepWords(visits: Pick<VisitOfPage, 'id' | 'start' | 'end'>[]) {
  const { t, format } = useWords()
  const within = (day: string) => `${day}T12:00:00Z`
  return (step: StepForCustomer) => ({
    term: t(
      step.kind === 'delivery' && step.collects
        ? 'asks:track.step.deliveryCollects'
        : `asks:track.step.${step.kind}`,
    ),
    children: whenOf(step),
  })

  function whenOf({ refund, doneAt, promisedOn, notBefore, visitId }: StepForCustomer) {
    const done = doneAt ? format.day(doneAt) : ''
    if (refund) {
      const amount = format.money(refund.amount, refund.currency)
      const method = t(`asks:track.method.${refund.method}`)
      return done
        ? t('asks:track.when.refunded', { amount, method, day: done })
        : t('asks:track.when.toRefund', { amount, method })
    }
    if (done) return t('asks:track.when.done', { day: done })
    if (promisedOn) return t('asks:track.when.promised', { day: format.day(within(promisedOn)) })
    // A window nobody told the customer of is none for them.
    const visit = visits.find(({ id }) => id === visitId)
    if (visit) {
      return t('asks:track.when.visit', {
        day: format.day(visit.start),
        span: format.span(visit.start, visit.end),
      })
    }
    return notBefore
      ? t('asks:track.when.after', { day: format.day(notBefore) })
      : t('asks:track.when.toBook')
  }
}
