import { Form } from '@remix-run/react'
import type { Service } from '#db/vocabulary/bookings.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid, InputDense, SelectDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import type { Place } from './place.ts'
import { replyTo } from './reply.ts'
import type { WindowView } from './window-view.server.ts'

/** Closes or opens a whole day of the area, for one service or for all. */
export function DayForm({
  place,
  area,
  days,
  services,
  window,
  reply,
}: {
  place: Place
  /** Its name. */
  area: string
  days: string[]
  services: Service[]
  window: WindowView | null
  reply: unknown
}) {
  const { t, format } = useWords()
  const answered = replyTo(reply, { intent: 'close-day' }) ?? replyTo(reply, { intent: 'open-day' })
  const f = useFormOf<'day' | 'service' | 'reason'>('closing-day', {
    reply: answered,
    defaults: { day: window?.day ?? days[0], service: window?.service ?? 'all' },
  })
  if (days.length === 0) return null
  return (
    <Section label={t('bookings:close.dayTitle')}>
      <details open={answered !== undefined}>
        <summary>
          <b>{t('bookings:close.dayTitle')}</b> <span className="muted">{area}</span>
        </summary>
        <Form method="post" className="mt" preventScrollReset {...f.form}>
          {f.formError && <FormError>{f.formError}</FormError>}
          <input type="hidden" name="areaId" value={place.areaId} />
          <FormGrid>
            <SelectDense {...f.field('day')} label={t('bookings:close.day')}>
              {days.map((day) => (
                <option key={day} value={day}>
                  {format.day(withinDay(day))}
                </option>
              ))}
            </SelectDense>
            <SelectDense {...f.field('service')} label={t('bookings:close.service')}>
              <option value="all">{t('bookings:close.all')}</option>
              {services.map((service) => (
                <option key={service} value={service}>
                  {t(`words:skill.${service}`)}
                </option>
              ))}
            </SelectDense>
            <InputDense
              {...f.field('reason')}
              maxLength={300}
              label={t('bookings:close.reason')}
              hint={t('bookings:close.reasonHint')}
            />
            <p className="xs muted">{t('bookings:close.dayHint')}</p>
            <div className="actions">
              <Btn variant="bad" name="intent" value="close-day">
                {t('bookings:close.daySubmit')}
              </Btn>
              <Btn name="intent" value="open-day">
                {t('bookings:close.dayReopen')}
              </Btn>
            </div>
          </FormGrid>
        </Form>
      </details>
    </Section>
  )
}
