import { useNavigation } from '@remix-run/react'
import { type ReactNode, useEffect, useId } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { F, type FormProps } from '#app/ui/links.tsx'

export type PanelProps = {
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
} & FormProps

/** A form that opens on the page of what it is about, under its own address; the first field takes the cursor. */
export function PagePanel({
  title,
  lede,
  submit,
  bad,
  two,
  second,
  formError,
  meanwhile,
  page,
  children,
  ...form
}: PanelProps & {
  /** What others changed since it was opened. */
  meanwhile?: ReactNode
  /** The address of the page it opens on. */
  page: string
}) {
  const { t } = useWords()
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
          {meanwhile}
          {lede && <p className="wide">{lede}</p>}
          {children}
          <div className="actions wide">
            <Btn variant={bad ? 'bad' : 'go'} disabled={busy}>
              {submit}
            </Btn>
            <BtnLink variant="quiet" href={page}>
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
