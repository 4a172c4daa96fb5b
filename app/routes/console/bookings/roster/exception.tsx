import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { readCrewFacts } from '#app/domain/crews/change-crew.server.ts'
import { makeException } from '#app/domain/crews/change-exceptions.server.ts'
import { exceptionForm } from '#app/domain/crews/exception-form.ts'
import { readCrewId } from '#app/domain/crews/read-crew.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { dayOf, isDay } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { Seg } from '#app/ui/console/choices.tsx'
import { FormError, InputDense } from '#app/ui/console/fields.tsx'
import { Actions, PageHead } from '#app/ui/console/page.tsx'
import roster from '#app/ui/console/roster.css?url'
import { Section } from '#app/ui/console/sections.tsx'
import { BookingsCrumb } from '../roster-crumb.tsx'
import { savedAt } from '../saved-line.tsx'
import { submitChange } from '../strands-reply.server.ts'
import { strandsIn, WouldStrandList } from '../strands.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: roster }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'roster:manage')
  const id = readCrewId(params.crewId)
  const crew = await readCrewFacts(ctx, id)
  const t = translate(ctx.locale)
  const name = ctx.locale === 'en' ? crew.nameEn : crew.nameZh
  const heading = t('roster:exception.title', { crew: name })
  const asked = new URL(request.url).searchParams.get('day') ?? ''
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    crew: { id, name },
    today: dayOf(ctx.now()),
    day: isDay(asked) ? asked : '',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'roster:manage')
  const id = readCrewId(params.crewId)
  const schema = exceptionForm(dayOf(ctx.now()))
  return submitChange(await request.formData(), schema, async (form) => {
    await makeException(ctx, id, form)
    return seeOther(savedAt(`/console/bookings/roster/${id}`, 'exception'))
  })
}

export default function ExceptionPage() {
  const { t } = useWords()
  const { heading, crew, today, day } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const strands = strandsIn(reply)
  const f = useFormOf<'day' | 'kind' | 'hours' | 'note'>('exception', {
    reply,
    defaults: { day, kind: 'off' },
  })
  const path = `/console/bookings/roster/${crew.id}`
  return (
    <>
      <PageHead
        crumb={<BookingsCrumb under="roster" more={[{ href: path, label: crew.name }]} />}
        title={heading}
      />
      <div className="paper">
        <Section label={heading}>
          <Form method="post" className="form form-narrow exception-form" {...f.form}>
            {f.formError && <FormError>{f.formError}</FormError>}
            <WouldStrandList strands={strands} />
            <InputDense
              {...f.field('day')}
              type="date"
              label={t('roster:exception.day')}
              min={today}
              required
            />
            <Seg
              {...f.field('kind')}
              legend={t('roster:exception.kind')}
              options={(['off', 'hours'] as const).map((kind) => ({
                value: kind,
                label: t(`roster:exception.kinds.${kind}`),
              }))}
            />
            <div className="of-hours">
              <InputDense
                {...f.field('hours')}
                label={t('roster:exception.hours')}
                hint={t('roster:exception.hoursHint')}
                maxLength={200}
                autoComplete="off"
              />
            </div>
            <InputDense
              {...f.field('note')}
              label={t('roster:exception.note')}
              hint={t('roster:exception.noteHint')}
              maxLength={80}
              autoComplete="off"
            />
            <Actions>
              <Btn variant="go">
                {t(strands ? 'roster:pattern.saveAgain' : 'roster:exception.save')}
              </Btn>
              <BtnLink variant="quiet" href={path}>
                {t('cancel')}
              </BtnLink>
            </Actions>
          </Form>
        </Section>
      </div>
    </>
  )
}
