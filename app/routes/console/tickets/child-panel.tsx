import { useActionData, useNavigation } from '@remix-run/react'
import { type ReactNode, useEffect, useId } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { F, type FormProps } from '#app/ui/links.tsx'
import { Meanwhile } from './meanwhile.tsx'
import { useTicket } from './use-ticket.ts'

/** A form that opens on the ticket's page, under its own address; the first field takes the cursor. */
export function ChildPanel({
  title,
  lede,
  submit,
  bad,
  two,
  second,
  formError,
  children,
  ...form
}: {
  title: string
  lede?: ReactNode
  submit: string
  /** It takes something away. */
  bad?: boolean
  two?: boolean
  /** Another form of the same page has the cursor. */
  second?: boolean
  formError?: ReactNode
  children?: ReactNode
} & FormProps) {
  const { t } = useWords()
  const ticket = useTicket()
  const reply = useActionData<unknown>()
  const busy = useNavigation().state === 'submitting'
  const titleId = useId()
  useEffect(() => {
    if (!second) focusFirst(document.getElementById(titleId)?.closest('section'))
  }, [titleId, second])
  return (
    <Section title={title} id={titleId}>
      <F method="post" noValidate {...form}>
        <FormGrid two={two}>
          {formError && (
            <div className="wide">
              <FormError>{formError}</FormError>
            </div>
          )}
          <Meanwhile ticket={ticket} reply={reply} />
          {lede && <p className="wide">{lede}</p>}
          {children}
          <div className="actions wide">
            <Btn variant={bad ? 'bad' : 'go'} disabled={busy}>
              {submit}
            </Btn>
            <BtnLink variant="quiet" href={`/console/tickets/${ticket.number}`}>
              {t('tickets:form.cancel')}
            </BtnLink>
          </div>
        </FormGrid>
      </F>
    </Section>
  )
}

/** The cursor goes into the first field: of a group of choices, onto the one that is chosen. */
function focusFirst(panel: HTMLElement | null | undefined) {
  const first = panel?.querySelector<HTMLElement>(
    'input:not([type=hidden]), textarea, select, button',
  )
  const group = first instanceof HTMLInputElement && first.type === 'radio' ? first.name : null
  const chosen = group && panel?.querySelector<HTMLElement>(`input[name="${group}"]:checked`)
  const target = chosen || first
  target?.focus()
}
