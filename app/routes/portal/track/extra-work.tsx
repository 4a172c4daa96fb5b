import { useParams } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Actions, Button } from '#app/ui/portal/buttons.tsx'
import { TextField } from '#app/ui/portal/fields.tsx'
import { LetterSection } from '#app/ui/portal/letter.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { HotlineLink } from '../rather-talk.tsx'
import type { TrackPage } from './next.tsx'

type Form = ReturnType<typeof useFormOf<'extra' | 'name'>>
type Extra = TrackPage['ticket']['visits'][number]['extras'][number]

/** VS-7: work found on site, its time and its price: the customer says yes or no before it is begun. */
export function ExtraWork({ page, reply }: { page: TrackPage; reply?: unknown }) {
  const { t, format } = useWords()
  const form = useFormOf<'extra' | 'name'>('extra', { reply })
  const refused = useParams().id
  const asked = page.ticket.visits.flatMap(({ id, status, extras }) => {
    const open = status === 'arrived' || status === 'working'
    return extras
      .filter(({ decision }) => open && decision === null)
      .map((extra) => ({ ...extra, visitId: id }))
  })
  const answered = page.ticket.visits.flatMap(({ extras }) =>
    extras.filter(({ decision }) => decision === 'accepted' || decision === 'declined'),
  )
  if (asked.length + answered.length === 0 && !reply) return null
  return (
    <LetterSection
      id="extras"
      title={t(asked.length > 0 ? 'track:extras.title' : 'track:extras.titleAnswered')}
    >
      <div className="stack">
        {form.formError && refused && (
          <Notice tone="waiting" icon="info" alert id="error-summary">
            <p>
              {form.refusal === 'extraDecided' ? t('track:extras.already') : form.formError}{' '}
              {t('track:extras.ask')}
              <HotlineLink />
              {t('track:visits.untilAfter')}
            </p>
          </Notice>
        )}
        {asked.length > 0 && <p>{t('track:extras.lede')}</p>}
        {asked.map((extra) => (
          <AskedExtra
            key={extra.key}
            page={page}
            extra={extra}
            visitId={extra.visitId}
            form={form}
          />
        ))}
        {answered.length > 0 && (
          <Facts
            items={answered.map((extra) => ({
              term: t(`track:extras.${extra.decision === 'accepted' ? 'accepted' : 'declined'}`),
              children: (
                <>
                  <span className="typed">{extra.what}</span>
                  <br />
                  <span className="muted small">
                    {t('track:extras.cost', {
                      minutes: format.minutes(extra.minutes),
                      price: format.money(extra.price, extra.currency),
                    })}
                  </span>
                </>
              ),
            }))}
          />
        )}
      </div>
    </LetterSection>
  )
}

function AskedExtra({
  page,
  extra,
  visitId,
  form,
}: {
  page: TrackPage
  extra: Extra
  visitId: number
  form: Form
}) {
  const { t, format } = useWords()
  const mine = form.field('extra').defaultValue === extra.key
  const name = form.field('name')
  return (
    <form
      method="post"
      action={`/track/${page.token}/visits/${visitId}/extras#extras`}
      className="stack"
      noValidate
      data-enhance="once"
    >
      <Facts
        items={[
          { term: t('track:extras.what'), children: <span className="typed">{extra.what}</span> },
          { term: t('track:extras.minutes'), children: format.minutes(extra.minutes) },
          {
            term: t('track:extras.price'),
            children:
              extra.price === 0
                ? t('track:extras.free')
                : format.money(extra.price, extra.currency),
          },
        ]}
      />
      <input type="hidden" name="extra" value={extra.key} />
      <TextField
        id={`name-${extra.key}`}
        name="name"
        label={t('track:extras.name')}
        autoComplete="name"
        maxLength={80}
        short
        defaultValue={mine ? name.defaultValue : page.ticket.name}
        error={mine ? name.error : undefined}
        errorPrefix={t('common:errorPrefix')}
      />
      <Actions>
        <Button variant="primary" icon="check" name="decision" value="accepted">
          {t('track:extras.accept')}
        </Button>
        <Button name="decision" value="declined">
          {t('track:extras.decline')}
        </Button>
      </Actions>
    </form>
  )
}
