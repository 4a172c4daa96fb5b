import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bookableFrom, bookConsequence } from '#app/domain/returns/index.server.ts'
import { BookConsequenceForm } from '#app/domain/returns/supply-form.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { SelectDense } from '#app/ui/console/fields.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { visitKinds } from '#db/vocabulary/returns.ts'
import { casePath } from '../case-look.ts'
import { freeWindows } from '../free-windows.server.ts'
import { atStep } from './step-context.server.ts'
import { StepPage, StepPanel, useStep } from './step-panel.tsx'
import { useCase } from '../use-case.ts'

const fewDays = 7

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, ticket, consequence } = await atStep(args, 'visit:propose', visitKinds)
  const { areaId } = ticket
  const skill = consequence.skill!
  const asked = new URL(args.request.url).searchParams
  const days = Math.min(60, Math.max(fewDays, Number(asked.get('days')) || fewDays))
  const offer =
    areaId === null
      ? { windows: [], more: false }
      : await freeWindows(ctx, {
          ...{ skill, areaId, days },
          from: await bookableFrom(ctx, consequence),
        })
  return {
    known: areaId !== null,
    moreDays: days + fewDays * 2,
    more: offer.more,
    windows: offer.windows,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number, id } = await atStep(args, 'visit:propose', visitKinds)
  return submitForm(await args.request.formData(), BookConsequenceForm, async ({ window }) => {
    await bookConsequence(ctx, number, id, window)
    return seeOther(casePath(number))
  })
}

/** Windows that went meanwhile are no longer offered. */
export const shouldRevalidate = () => true

/** RX-4: a visit that a decision asked for, into a window that has the time. */
export default function Booking() {
  const { t, format } = useWords()
  const page = useLoaderData<typeof loader>()
  const { what, notBefore, id } = useStep()
  const { number, ticket } = useCase()
  const f = useFormOf<'window'>('booking', { reply: useActionData<typeof action>() })
  const title = t('returns:supply.booking.title', { what })
  const gate = notBefore && t('returns:supply.booking.gate', { day: format.day(notBefore) })
  const here = `${casePath(number)}/consequences/${id}/booking`
  if (page.windows.length === 0) {
    return (
      <StepPage title={title} takes={['open']}>
        <Section title={title}>
          <Warn icon="alert">
            {gate} {t(page.known ? 'returns:supply.booking.none' : 'returns:supply.booking.noArea')}{' '}
            {!page.known && ticket && (
              <TextLink href={`/console/tickets/${ticket}/area`}>
                {t('returns:supply.booking.setArea')}
              </TextLink>
            )}
          </Warn>
        </Section>
      </StepPage>
    )
  }
  return (
    <StepPage title={title} takes={['open']}>
      <StepPanel
        title={title}
        lede={
          <>
            {t('returns:supply.booking.lede')} {gate}
          </>
        }
        submit={t('returns:supply.booking.submit')}
        formError={f.formError}
        {...f.form}
      >
        <SelectDense {...f.field('window')} label={t('returns:supply.booking.window')}>
          <option value="">{t('returns:supply.booking.choose')}</option>
          {page.windows.map(({ id: key, start, end, places }) => (
            <option key={key} value={key}>
              {`${format.day(start)} ${format.span(start, end)} · ${t('returns:supply.booking.places', { count: places })}`}
            </option>
          ))}
        </SelectDense>
        {page.more && (
          <p>
            <TextLink href={`${here}?days=${page.moreDays}`}>
              {t('returns:supply.booking.more')}
            </TextLink>
          </p>
        )}
      </StepPanel>
    </StepPage>
  )
}
