import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid, InputDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { useVisit } from './loaded-visit.ts'

/** DS-4: who wasn't there. How far the visit had got says which side it can be. */
export function NoShowForm({ reply, open }: { reply?: FormReply | null; open: boolean }) {
  const visit = useVisit()
  const { t } = useWords()
  const navigation = useNavigation()
  const action = `/console/visits/${visit.id}/no-show`
  const sending = navigation.formAction === action
  const f = useFormOf<'side' | 'note'>('no-show', { reply, sending })
  const side = visit.times.arrived ? 'customer' : 'crew'
  return (
    <Section label={t('visits:noShow.title')}>
      <details open={open}>
        <summary>
          <b>{t(`words:noShow.${side}`)}</b>
        </summary>
        <Form method="post" action={action} className="mt" preventScrollReset {...f.form}>
          {f.formError && <FormError>{f.formError}</FormError>}
          <input type="hidden" name="side" value={side} />
          <FormGrid>
            <p className="muted">{t(`visits:noShow.${side}Text`)}</p>
            <InputDense
              {...f.field('note')}
              maxLength={500}
              label={t(`visits:noShow.${side}Note`)}
              hint={t(`visits:noShow.${side}NoteHint`)}
            />
            <div>
              <Btn variant="bad" disabled={sending}>
                {t('visits:noShow.submit')}
              </Btn>
            </div>
          </FormGrid>
        </Form>
      </details>
    </Section>
  )
}

/** What can't be said yet, with when it can. */
export function NoShowLater() {
  const { noShowFrom, status } = useVisit()
  const { t, format } = useWords()
  if (!noShowFrom) return null
  return (
    <p className="muted">
      {t('visits:noShow.later', {
        what: t(`words:noShow.${status === 'arrived' ? 'customer' : 'crew'}`),
        at: format.time(noShowFrom),
      })}
    </p>
  )
}
