import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { Options } from '#app/ui/console/choices.tsx'
import { FormError, FormGrid, InputDense, SelectDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { useVisit } from './loaded-visit.ts'

type Field = 'window' | 'day' | 'from' | 'to' | 'crewId' | 'start' | 'reason'

export function MoveForm({ reply, open }: { reply?: FormReply | null; open: boolean }) {
  const visit = useVisit()
  const { t, format } = useWords()
  const navigation = useNavigation()
  const f = useFormOf<Field>('move', {
    reply,
    defaults: { day: visit.day, from: visit.from, to: visit.to },
  })
  const choice = f.field('window')
  const version = usePinnedVersion(visit.version, f.refusal)
  const action = `/console/visits/${visit.id}/window`
  const told = visit.status === 'confirmed'
  return (
    <Section label={t('visits:move.title')}>
      <details open={open}>
        <summary>
          <b>{t('visits:move.title')}</b>
        </summary>
        <Form method="post" action={action} className="mt" preventScrollReset {...f.form}>
          {f.formError && <FormError>{f.formError}</FormError>}
          <input type="hidden" name="version" value={version} />
          {visit.crew && !visit.mayDispatch && (
            <p className="muted">{t('visits:move.crewStays')}</p>
          )}
          <FormGrid two>
            {visit.windows.length > 0 && (
              <Options
                id={choice.id}
                name="window"
                wide
                legend={t('visits:move.windows')}
                error={choice.error}
                items={[
                  ...visit.windows.map(({ id, start, end, places }) => ({
                    value: String(id),
                    label: `${format.day(start)} ${format.span(start, end)}`,
                    right: t('tickets:visit.places', { count: places }),
                    defaultChecked: choice.defaultValue === String(id),
                  })),
                  {
                    value: '',
                    label: t('visits:move.otherHours'),
                    detail: t('visits:move.otherHoursDetail'),
                    defaultChecked: !choice.defaultValue,
                  },
                ]}
              />
            )}
            <InputDense {...f.field('day')} type="date" wide label={t('visits:move.day')} />
            <InputDense {...f.field('from')} type="time" label={t('visits:move.from')} />
            <InputDense {...f.field('to')} type="time" label={t('visits:move.to')} />
            {visit.crew && visit.mayDispatch && (
              <>
                <SelectDense {...f.field('crewId')} wide label={t('visits:move.crew')}>
                  <option value="keep">{t('visits:move.keep', { crew: visit.crew.name })}</option>
                  <option value="none">{t('visits:move.none')}</option>
                </SelectDense>
                <InputDense
                  {...f.field('start')}
                  type="time"
                  wide
                  label={t('visits:move.start')}
                  hint={t('visits:move.startHint')}
                />
              </>
            )}
            <InputDense
              {...f.field('reason')}
              wide
              maxLength={500}
              label={t('visits:move.reason')}
              hint={told ? t('visits:move.reasonHint') : t('visits:move.reasonHintInternal')}
            />
          </FormGrid>
          <div className="mt">
            <Btn disabled={navigation.formAction === action}>{t('visits:move.submit')}</Btn>
          </div>
        </Form>
      </details>
    </Section>
  )
}
