import type { ReactNode } from 'react'
import type { ReturnReason, ReturnWish } from '#db/vocabulary/returns.ts'
import type { AskStep } from '#app/domain/returns/ask-steps.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Summary, SummaryRow } from '#app/ui/portal/answers.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { Photos } from '#app/ui/portal/photos.tsx'
import { Consent } from '../consent.tsx'
import { photoPath } from '../report/paths.ts'
import { askPath } from './paths.ts'
import { StepForm, type StepProps } from './step.tsx'

export function CheckStep({ page, answers, trouble }: StepProps) {
  const { t, format } = useWords()
  const { token, order, line, photos, phone, by } = page
  if (!order || !line || !by) return null
  const row = (step: AskStep, what: string, value: ReactNode, anchor = '') => (
    <SummaryRow
      term={what}
      changeHref={askPath(token, step, true) + (anchor && `#${anchor}`)}
      changeWord={t('common:change')}
      changeWhat={what}
    >
      {value}
    </SummaryRow>
  )
  const pieces = (answers.pieces ?? '')
    .split(',')
    .flatMap((place) => (place === '' ? [] : (line.pieces[Number(place)] ?? [])))
  const { unpacked } = answers
  return (
    <StepForm
      page={page}
      submit={t('asks:ask.check.submit')}
      after={<p className="small muted gap-3">{t('asks:ask.check.once')}</p>}
    >
      <div>
        <h1>{t('asks:ask.check.heading')}</h1>
        <Lede>{t('asks:ask.check.lede')}</Lede>
      </div>
      <section>
        <h2>{t('asks:ask.check.what')}</h2>
        <Summary>
          {row('order', t('asks:ask.check.order'), order.number, 'orderNumber')}
          {row('goods', t('asks:ask.check.product'), line.name)}
          {line.quantity > 1 &&
            row('problem', t('asks:ask.check.quantity'), answers.quantity || '1', 'quantity')}
          {line.pieces.length > 0 &&
            row(
              'problem',
              t('asks:ask.check.pieces'),
              pieces.join(t('asks:ask.and')) || t('asks:ask.check.whole'),
              'pieces',
            )}
          {row(
            'problem',
            t('asks:ask.check.reason'),
            t(`asks:ask.reason.${answers.reason as ReturnReason}`),
            'reason',
          )}
          {row(
            'problem',
            t('asks:ask.check.words'),
            <span className="typed">{answers.words}</span>,
            'words',
          )}
          {row(
            'problem',
            t('asks:ask.check.unpacked'),
            unpacked === 'yes' || unpacked === 'no'
              ? t(`asks:ask.problem.${unpacked}`)
              : t('asks:ask.check.notSaid'),
            'unpacked',
          )}
          {row(
            'wish',
            t('asks:ask.check.wish'),
            t(`asks:ask.wishes.${answers.wish as ReturnWish}`),
            'wish',
          )}
          {photos.length === 0
            ? row('photos', t('asks:ask.check.noPhotos'), t('asks:ask.check.none'))
            : row(
                'photos',
                t('asks:ask.check.photos', { count: photos.length }),
                <Photos
                  items={photos.map(({ id, shot }) => ({
                    src: photoPath(token, id),
                    alt: t(`asks:ask.shot.${shot}`),
                  }))}
                />,
              )}
        </Summary>
      </section>
      <section>
        <h2>{t('asks:ask.check.contact')}</h2>
        <Summary>
          {row('wish', t('asks:ask.check.name'), answers.name, 'name')}
          {row(
            'order',
            t('asks:ask.check.phone'),
            <span className="num">{phone ? format.phone(phone) : answers.phone}</span>,
            'phone',
          )}
          {row(
            'wish',
            t('asks:ask.check.address'),
            <span className="typed">{answers.address}</span>,
            'address',
          )}
          {row(
            'wish',
            t('asks:ask.check.email'),
            answers.email || t('asks:ask.check.noEmail'),
            'email',
          )}
        </Summary>
      </section>
      <Consent said={t('asks:ask.check.consent')} missing={trouble?.consentMissing} />
      <Notice icon="clock">
        <p>
          <b>{t('asks:ask.check.after')}</b>
          {t('asks:ask.answerBy', { by: format.moment(by) })}
        </p>
      </Notice>
    </StepForm>
  )
}
