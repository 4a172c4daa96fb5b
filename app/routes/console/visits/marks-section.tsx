import { Link, useFetcher } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import { orderPath } from '../orders/order-look.ts'
import { MarkForm, type MarkedVisit } from './mark-form.tsx'
import type { MarkView } from './marks-view.server.ts'

/**
 * BK-6: what stands in a visit's way, and the way to say so or to say that it is over. On the visit's page and beside
 * the board: `back` is where one comes back to.
 */
export function MarksSection({
  visit,
  marks,
  mayMark,
  back,
  reply,
  open,
}: {
  visit: MarkedVisit
  marks: MarkView[]
  mayMark: boolean
  back: string
  /** The form that was sent to an address of its own, and what it was answered with. */
  open?: 'marks' | 'clearance' | undefined
  reply?: FormReply | null | undefined
}) {
  const { t } = useWords()
  if (marks.length === 0 && !mayMark) return null
  return (
    <Section title={t('visits:marks.title')}>
      {marks.map((mark) => (
        <MarkLine
          key={mark.kind}
          {...{ visit, mark, mayMark, back }}
          reply={open === 'clearance' ? reply : null}
        />
      ))}
      {mayMark && (
        <MarkForm
          visit={visit}
          marked={marks.map(({ kind }) => kind)}
          back={back}
          reply={open === 'marks' ? reply : null}
          open={open === 'marks'}
        />
      )}
    </Section>
  )
}

function MarkLine({
  visit,
  mark,
  mayMark,
  back,
  reply,
}: {
  visit: MarkedVisit
  mark: MarkView
  mayMark: boolean
  back: string
  reply: FormReply | null | undefined
}) {
  const { t, format } = useWords()
  const fetcher = useFetcher<FormReply>()
  const f = useFormOf(`clear-${mark.kind}`, { reply: fetcher.data ?? reply })
  return (
    <Warn icon={mark.kind === 'parts_short' ? 'box' : 'home'}>
      <b>{t(`visits:marks.kind.${mark.kind}`)}</b>
      <p className="typed">{mark.note}</p>
      <p className="muted xs">
        {mark.expectedOn && (
          <>
            {t('visits:marks.expected', { day: format.day(withinDay(mark.expectedOn)) })}
            {' · '}
          </>
        )}
        {mark.source === 'customer' && mark.madeAt
          ? t('visits:marks.bySelf', { at: format.moment(mark.madeAt) })
          : mark.madeAt &&
            t('visits:marks.by', {
              name: mark.madeBy ?? t('tickets:talk.someone'),
              at: format.moment(mark.madeAt),
            })}
        {mark.order && (
          <Link className="link" to={orderPath(mark.order)}>
            {t('visits:marks.order', { number: mark.order })}
          </Link>
        )}
      </p>
      {f.formError && <FormError>{f.formError}</FormError>}
      {mayMark && mark.source !== 'order' && (
        <fetcher.Form
          method="post"
          action={`/console/visits/${visit.id}/marks/${mark.kind}/clearance`}
          className="mt"
          {...f.form}
        >
          <input type="hidden" name="back" value={back} />
          <Btn size="in" icon="check" disabled={fetcher.state !== 'idle'}>
            {t(`visits:marks.clear.${mark.kind}`)}
          </Btn>
        </fetcher.Form>
      )}
    </Warn>
  )
}
