import { useWords } from '#app/i18n/use-words.ts'
import { Bar, Button } from '#app/ui/portal/buttons.tsx'

/** What is chosen, kept by a script as it changes; without one, the button alone. */
export function ChosenBar({
  first,
  second,
  ask = false,
  submit,
}: {
  /** The names of the visit and of the one that follows it. */
  first: string
  second: string
  /** Nothing is chosen at first, and that is said. */
  ask?: boolean
  submit: string
}) {
  const { t } = useWords()
  return (
    <Bar action={<Button variant="primary">{submit}</Button>}>
      <p
        data-chosen
        data-ask={ask || undefined}
        data-first={first}
        data-second={second}
        data-and={t('book:time.and')}
        data-none={t('book:time.notChosen')}
        hidden
      >
        <b data-chosen-day />
        <br />
        <span className="muted" data-chosen-times />
      </p>
    </Bar>
  )
}
