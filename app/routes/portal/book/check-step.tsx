import type { ReactNode } from 'react'
import type { Service } from '#db/vocabulary/bookings.ts'
import type { BookingStep } from '#app/domain/bookings/booking-steps.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Summary } from '#app/ui/portal/answers.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { Consent } from '../consent.tsx'
import { CheckRow, HomeRows } from './check-rows.tsx'
import { StepForm, type StepProps } from './step.tsx'

export function CheckStep({ page, answers, trouble }: StepProps) {
  const { t, format } = useWords()
  const { token, chosen, order, callAhead, phone } = page
  const row = (step: BookingStep, what: string, value: ReactNode, anchor?: string) => (
    <CheckRow {...{ token, step, what, anchor }}>{value}</CheckRow>
  )
  const when = ({ start, end }: { start: string; end: string }) => (
    <>
      {format.day(start)} <span className="num">{format.span(start, end)}</span>
    </>
  )
  return (
    <StepForm
      page={page}
      submit={t('book:check.submit')}
      after={<p className="small muted gap-3">{t('book:check.once')}</p>}
    >
      <div>
        <h1>{t('book:check.heading')}</h1>
        <Lede>{t('book:check.lede')}</Lede>
      </div>
      <section>
        <h2>{t('book:check.visit')}</h2>
        <Summary>
          {row('order', t('book:check.service'), t(`book:service.${answers.service as Service}`))}
          {answers.orderNumber &&
            row(
              'order',
              t('book:check.order'),
              <>
                {order?.number ?? answers.orderNumber.toUpperCase()}
                {order && (
                  <span className="muted small">
                    <br />
                    {order.goods}
                  </span>
                )}
              </>,
              'orderNumber',
            )}
          {answers.what &&
            row(
              'order',
              t('book:check.what'),
              <span className="typed">{answers.what}</span>,
              'what',
            )}
          {chosen?.window && row('time', t('book:check.window'), when(chosen.window))}
          {answers.service === 'delivery' &&
            row(
              'time',
              t('book:check.install'),
              chosen?.install ? when(chosen.install) : t('book:time.later'),
              'install',
            )}
        </Summary>
      </section>
      <section>
        <h2>{t('book:check.where')}</h2>
        <Summary>
          {row(
            'contact',
            t('book:check.address'),
            <span className="typed">{answers.address}</span>,
            'address',
          )}
          <HomeRows token={token} answers={answers} />
        </Summary>
      </section>
      <section>
        <h2>{t('book:check.contact')}</h2>
        <Summary>
          {row('contact', t('book:check.name'), answers.name, 'name')}
          {row(
            'order',
            t('book:check.phone'),
            <span className="num">{phone ? format.phone(phone) : answers.phone}</span>,
            'phone',
          )}
          {row('contact', t('book:check.email'), answers.email || t('book:check.noEmail'), 'email')}
        </Summary>
      </section>
      <Consent said={t('book:check.consent')} missing={trouble?.consentMissing} />
      <Notice icon="phone">
        <p>
          <b>{t('book:check.after')}</b>
          {t('book:check.afterText', { minutes: callAhead ?? 0 })}
        </p>
      </Notice>
    </StepForm>
  )
}
