import type { BookingOfCustomer } from '#app/domain/bookings/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { ButtonLink } from '#app/ui/portal/buttons.tsx'

/** To where the same is booked, with its order. */
export function BookAgain({
  again,
  first,
}: {
  again: NonNullable<BookingOfCustomer['again']>
  /** The one next step. */
  first: boolean
}) {
  const { t } = useWords()
  const asked = new URLSearchParams({ service: again.service })
  if (again.orderNumber) asked.set('order', again.orderNumber)
  const service = t(`book:service.${again.service}`)
  return (
    <ButtonLink
      variant={first ? 'primary' : undefined}
      icon="calendar"
      href={`/book?${asked.toString()}`}
    >
      {again.anew ? t('track:next.bookAgain', { service }) : t('track:next.bookAlso', { service })}
    </ButtonLink>
  )
}
