import type { ReactNode } from 'react'
import { sayPreferredDays } from '#app/i18n/preferred-days.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Summary, SummaryRow } from '#app/ui/portal/answers.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { Photos } from '#app/ui/portal/photos.tsx'
import type { ReportStep } from '#app/domain/tickets/report-steps.ts'
import { Consent } from '../consent.tsx'
import { FirstCallWords } from '../first-call.tsx'
import { Lines } from '../lines.tsx'
import { photoPath, stepPath } from './paths.ts'
import { StepForm, type StepProps } from './step.tsx'

export function CheckStep({ page, answers, trouble }: StepProps) {
  const { t, format } = useWords()
  const { token, photos, phone } = page
  const days = sayPreferredDays(answers.preferredDays ?? '', t, format)
  const row = (step: ReportStep, what: string, value: ReactNode, anchor = '') => (
    <SummaryRow
      term={what}
      changeHref={stepPath(token, step, true) + anchor}
      changeWord={t('common:change')}
      changeWhat={what}
    >
      {value}
    </SummaryRow>
  )
  return (
    <StepForm
      page={page}
      submit={t('report:check.submit')}
      after={<p className="small muted gap-3">{t('report:check.once')}</p>}
    >
      <div>
        <h1>{t('report:check.heading')}</h1>
        <Lede>{t('report:check.lede')}</Lede>
      </div>
      <section>
        <h2>{t('report:check.what')}</h2>
        <Summary>
          {row('product', t('report:check.product'), <ProductSaid page={page} answers={answers} />)}
          {row(
            'problem',
            t('report:check.problem'),
            page.categories.map(({ name }) => name).join(),
            '#category',
          )}
          {row(
            'problem',
            t('report:check.description'),
            <span className="typed">{answers.description}</span>,
            '#description',
          )}
          {photos.length === 0
            ? row('problem', t('report:check.noPhotos'), t('report:check.none'), '#photos')
            : row(
                'problem',
                t('report:check.photos', { count: photos.length }),
                <Photos
                  items={photos.map(({ id, name, pdf }, index) => ({
                    src: pdf ? '/paper.svg' : photoPath(token, id),
                    alt: pdf ? name : t('report:photos.photo', { n: index + 1 }),
                  }))}
                />,
                '#photos',
              )}
        </Summary>
      </section>
      <section>
        <h2>{t('report:check.where')}</h2>
        <Summary>
          {row(
            'where',
            t('report:check.address'),
            <span className="typed">{answers.address}</span>,
          )}
          {(page.visit || answers.window) &&
            row(
              'when',
              t('report:check.visit'),
              page.visit
                ? t('report:check.visitAt', {
                    day: format.day(page.visit.start),
                    span: format.span(page.visit.start, page.visit.end),
                  })
                : t('report:check.visitLater'),
            )}
          {row('when', t('report:check.days'), <Lines of={days} none={t('report:check.anyDay')} />)}
        </Summary>
      </section>
      <section>
        <h2>{t('report:check.contact')}</h2>
        <Summary>
          {row('where', t('report:check.name'), answers.name, '#name')}
          {row(
            'where',
            t('report:check.phone'),
            <span className="num">{phone ? format.phone(phone) : answers.phone}</span>,
            '#phone',
          )}
          {row(
            'where',
            t('report:check.email'),
            answers.email || t('report:check.noEmail'),
            '#email',
          )}
        </Summary>
      </section>
      <Consent said={t('report:check.consent')} missing={trouble?.consentMissing} />
      <Notice icon="phone">
        <p>
          <b>{t('report:check.after')}</b> {page.call && <FirstCallWords call={page.call} />}
        </p>
      </Notice>
    </StepForm>
  )
}

function ProductSaid({ page: { order }, answers }: Pick<StepProps, 'page' | 'answers'>) {
  const { t, format } = useWords()
  const date = (day: string) => format.date(`${day}T12:00:00Z`)
  const facts = order
    ? [
        t('report:check.bought', { number: order.number, date: date(order.orderedOn) }),
        order.warranty &&
          t(order.warranty.covered ? 'report:check.covered' : 'report:check.ended', {
            date: date(order.warranty.until),
          }),
      ]
    : answers.orderNumber
      ? [t('report:check.order', { number: answers.orderNumber }), t('report:check.orderUnknown')]
      : []
  const lines = facts.filter((line): line is string => Boolean(line))
  return (
    <>
      {answers.product}
      {lines.map((line) => (
        <span className="muted small" key={line}>
          <br />
          {line}
        </span>
      ))}
    </>
  )
}
