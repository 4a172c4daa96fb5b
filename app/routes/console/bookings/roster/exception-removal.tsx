import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { readCrewFacts } from '#app/domain/crews/change-crew.server.ts'
import { exceptionOf, removeException } from '#app/domain/crews/change-exceptions.server.ts'
import { RemovalForm } from '#app/domain/crews/exception-form.ts'
import { readCrewId } from '#app/domain/crews/read-crew.server.ts'
import { formatter } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { notFound } from '#app/platform/errors.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { companyZone, instantAt, isDay } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { Actions, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { BookingsCrumb } from '../roster-crumb.tsx'
import { savedAt } from '../saved-line.tsx'
import { submitChange } from '../strands-reply.server.ts'
import { strandsIn, WouldStrandList } from '../strands.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'roster:manage')
  const id = readCrewId(params.crewId)
  const day = params.day!
  if (!isDay(day) || (await exceptionOf(ctx, id, day)).length === 0) throw notFound()
  const crew = await readCrewFacts(ctx, id)
  const t = translate(ctx.locale)
  const said = formatter(ctx.locale, companyZone(), ctx.now()).day(instantAt(day, '12:00'))
  const heading = t('roster:exception.removeTitle', { day: said })
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    crew: { id, name: ctx.locale === 'en' ? crew.nameEn : crew.nameZh },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'roster:manage')
  const id = readCrewId(params.crewId)
  const day = params.day!
  if (!isDay(day)) throw notFound()
  return submitChange(await request.formData(), RemovalForm, async ({ strands }) => {
    await removeException(ctx, id, day, { agreed: strands })
    return seeOther(savedAt(`/console/bookings/roster/${id}`, 'exceptionGone'))
  })
}

export default function ExceptionRemoval() {
  const { t } = useWords()
  const { heading, crew } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const strands = strandsIn(reply)
  const f = useFormOf<never>('removal', { reply })
  const path = `/console/bookings/roster/${crew.id}`
  return (
    <>
      <PageHead
        crumb={<BookingsCrumb under="roster" more={[{ href: path, label: crew.name }]} />}
        title={heading}
      />
      <div className="paper">
        <Section label={heading}>
          <Form method="post" className="form" {...f.form}>
            {f.formError && <FormError>{f.formError}</FormError>}
            <WouldStrandList strands={strands} />
            <p>{t('roster:exception.removeLede')}</p>
            <Actions>
              <Btn variant="bad">
                {t(strands ? 'roster:pattern.saveAgain' : 'roster:exception.remove')}
              </Btn>
              <BtnLink href={path}>{t('cancel')}</BtnLink>
            </Actions>
          </Form>
        </Section>
      </div>
    </>
  )
}
