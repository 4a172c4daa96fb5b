import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { askLeaveFor } from '#app/domain/crews/ask-leave.server.ts'
import { firstDayInTime } from '#app/domain/crews/first-day-in-time.server.ts'
import { AskLeaveForForm } from '#app/domain/crews/leave-form.ts'
import { whoMayBeAway } from '#app/domain/crews/read-leaves.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { Seg } from '#app/ui/console/choices.tsx'
import { FormError, InputDense, SelectDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Actions, PageHead } from '#app/ui/console/page.tsx'
import roster from '#app/ui/console/roster.css?url'
import { Section } from '#app/ui/console/sections.tsx'
import { BookingsCrumb } from '../roster-crumb.tsx'
import { savedAt } from '../saved-line.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: roster }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'roster:manage')
  const t = translate(ctx.locale)
  const { leaveHours } = await currentSettings(ctx)
  return {
    title: `${t('roster:leave.askTitle')} – ${t('brand')}`,
    crews: await whoMayBeAway(ctx),
    today: dayOf(ctx.now()),
    inTime: firstDayInTime(ctx.now(), leaveHours),
    leaveHours,
    submissionKey: newToken(),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'roster:manage')
  return submitForm(await request.formData(), AskLeaveForForm, async (form) =>
    seeOther(savedAt(`/console/bookings/roster/leave/${await askLeaveFor(ctx, form)}`, 'leave')),
  )
}

type Field = 'who' | 'kind' | 'day' | 'lastDay' | 'from' | 'to' | 'reason'

export default function AskFor() {
  const { t, locale } = useWords()
  const { crews, today, inTime, leaveHours, submissionKey } = useLoaderData<typeof loader>()
  const key = useSubmissionKey(submissionKey, 'leave')
  const f = useFormOf<Field>('leave', {
    reply: useActionData<typeof action>(),
    defaults: { kind: 'days', day: inTime },
  })
  return (
    <>
      <PageHead crumb={<BookingsCrumb under="roster" />} title={t('roster:leave.askTitle')} />
      <div className="paper">
        <Section label={t('roster:leave.askTitle')}>
          <Form method="post" className="form form-narrow leave-form" {...f.form}>
            {f.formError && <FormError>{f.formError}</FormError>}
            <p className="muted">{t('roster:leave.rule', { n: leaveHours })}</p>
            <input type="hidden" name="submissionKey" value={key} />
            <SelectDense {...f.field('who')} label={t('roster:leave.who')} required>
              <option value="">{t('roster:leave.whoPick')}</option>
              {crews.map((crew) => {
                const name = locale === 'en' ? crew.nameEn : crew.nameZh
                return (
                  <optgroup key={crew.id} label={name}>
                    {crew.members.map((member) => (
                      <option key={member.id} value={member.id}>
                        {member.name}
                      </option>
                    ))}
                    <option value={`crew-${crew.id}`}>
                      {t('roster:leave.wholeCrew', { crew: name })}
                    </option>
                  </optgroup>
                )
              })}
            </SelectDense>
            <Seg
              {...f.field('kind')}
              legend={t('roster:leave.kind')}
              options={(['days', 'hours'] as const).map((kind) => ({
                value: kind,
                label: t(`roster:leave.kinds.${kind}`),
              }))}
            />
            <InputDense
              {...f.field('day')}
              type="date"
              label={t('roster:leave.firstDay')}
              min={today}
              required
            />
            <div className="of-days">
              <InputDense
                {...f.field('lastDay')}
                type="date"
                label={t('roster:leave.lastDay')}
                hint={t('roster:leave.lastDayHint')}
                min={today}
              />
            </div>
            <div className="form form-2 of-hours">
              <InputDense {...f.field('from')} type="time" label={t('roster:leave.from')} />
              <InputDense {...f.field('to')} type="time" label={t('roster:leave.to')} />
            </div>
            <TextAreaDense
              {...f.field('reason')}
              label={t('roster:leave.reason')}
              rows={2}
              maxLength={500}
              required
            />
            <Actions>
              <Btn variant="go">{t('roster:leave.submit')}</Btn>
              <BtnLink variant="quiet" href="/console/bookings/roster">
                {t('cancel')}
              </BtnLink>
            </Actions>
          </Form>
        </Section>
      </div>
    </>
  )
}
