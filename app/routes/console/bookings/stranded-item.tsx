import { Form } from '@remix-run/react'
import type { Translate } from '#app/i18n/keys.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid, InputDense, SelectDense } from '#app/ui/console/fields.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { replyTo } from './reply.ts'
import type { StrandedView } from './stranded-view.server.ts'

/** One visit that must move, and its ways out: another crew, or another window. */
export function StrandedItem({
  visit,
  mayManage,
  reply,
}: {
  visit: StrandedView
  mayManage: boolean
  reply: unknown
}) {
  const { t, format, locale } = useWords()
  const en = locale === 'en'
  const own = { visit: String(visit.id) }
  const f = useFormOf<'window' | 'reason'>(`move-${visit.id}`, { reply: replyTo(reply, own) })
  const version = usePinnedVersion(visit.version, f.refusal)
  const hidden = (
    <>
      <input type="hidden" name="visit" value={visit.id} />
      <input type="hidden" name="version" value={version} />
    </>
  )
  return (
    <li>
      <div>
        <p className="title">
          <TextLink href={`/console/visits/${visit.id}`}>{visit.number}</TextLink>
          <Status tone="trouble" icon="s-risk">
            {whyOf(t, visit, en)}
          </Status>
        </p>
        <p className="mt">
          <b>
            {format.day(visit.windowStart)} {format.span(visit.windowStart, visit.windowEnd)}
          </b>
        </p>
        <p>
          {visit.name}
          {en ? ', ' : '，'}
          {visit.work}
        </p>
        <p className="muted xs">
          {visit.address} · <a href={`tel:${visit.phone}`}>{format.phone(visit.phone)}</a>
        </p>
      </div>
      {mayManage && (
        <div className="ways">
          {f.formError && <FormError>{f.formError}</FormError>}
          {visit.others.length > 0 ? (
            <Form method="post" preventScrollReset>
              {hidden}
              <input type="hidden" name="intent" value="take" />
              <p className="muted xs">{t('bookings:stranded.others')}</p>
              <p className="actions mt">
                {visit.others.slice(0, 4).map((crew) => (
                  <Btn key={crew.id} name="crewId" value={crew.id}>
                    {t('bookings:stranded.take', {
                      crew: en ? crew.en : crew.zh,
                      time: format.time(crew.start),
                    })}
                  </Btn>
                ))}
              </p>
            </Form>
          ) : (
            <p className="muted">{t('bookings:stranded.noOthers')}</p>
          )}
          {visit.nearest.length > 0 ? (
            <details open={visit.others.length === 0 || f.wasWrong('window', 'reason')}>
              <summary>{t('bookings:stranded.nearest')}</summary>
              <Form method="post" className="mt" preventScrollReset {...f.form}>
                {hidden}
                <input type="hidden" name="intent" value="move" />
                <FormGrid>
                  <SelectDense {...f.field('window')} label={t('bookings:stranded.to')}>
                    {visit.nearest.map((window) => (
                      <option key={window.id} value={window.id}>
                        {t('bookings:stranded.toItem', {
                          moment: format.moment(window.start),
                          places: window.places,
                        })}
                      </option>
                    ))}
                  </SelectDense>
                  <InputDense
                    {...f.field('reason')}
                    maxLength={500}
                    required
                    label={t('bookings:stranded.reason')}
                    hint={
                      visit.hasEmail
                        ? t('bookings:stranded.reasonHint')
                        : t('bookings:stranded.toCall')
                    }
                  />
                  <div>
                    <Btn>
                      {t(
                        visit.hasEmail ? 'bookings:stranded.move' : 'bookings:stranded.moveAndCall',
                      )}
                    </Btn>
                  </div>
                </FormGrid>
              </Form>
            </details>
          ) : (
            <p className="muted">{t('bookings:stranded.noNearest')}</p>
          )}
        </div>
      )}
    </li>
  )
}

function whyOf(t: Translate, { why, crewZh, crewEn }: StrandedView, en: boolean): string {
  const crew = en ? crewEn : crewZh
  switch (why.why) {
    case 'leave':
      return why.name
        ? t('bookings:stranded.why.leaveOf', { crew, name: why.name })
        : t('bookings:stranded.why.leave', { crew })
    case 'holiday':
      return t('bookings:stranded.why.holiday', { holiday: en ? why.en : why.zh })
    default:
      return t(`bookings:stranded.why.${why.why}`, { crew })
  }
}
