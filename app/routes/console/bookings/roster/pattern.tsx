import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { changeShifts, readPattern } from '#app/domain/crews/change-shifts.server.ts'
import { readCrewFacts } from '#app/domain/crews/change-crew.server.ts'
import { readCrewId } from '#app/domain/crews/read-crew.server.ts'
import { maxRotationWeeks, weeksOf } from '#app/domain/crews/rotation.ts'
import { ShiftsForm } from '#app/domain/crews/shifts-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError, InputDense, SelectDense } from '#app/ui/console/fields.tsx'
import { Actions, PageHead } from '#app/ui/console/page.tsx'
import roster from '#app/ui/console/roster.css?url'
import { Section } from '#app/ui/console/sections.tsx'
import { BookingsCrumb } from '../roster-crumb.tsx'
import { savedAt, SavedLine } from '../saved-line.tsx'
import { submitChange } from '../strands-reply.server.ts'
import { strandsIn, WouldStrandList } from '../strands.tsx'
import { useSeen } from '../use-seen.ts'
import { patternLines, typedLines } from './pattern-lines.server.ts'
import { type PatternField, PatternWeeks } from './pattern-weeks.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: roster }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'roster:manage')
  const id = readCrewId(params.crewId)
  const [crew, pattern] = [await readCrewFacts(ctx, id), await readPattern(ctx, id)]
  const t = translate(ctx.locale)
  const name = ctx.locale === 'en' ? crew.nameEn : crew.nameZh
  const heading = t('roster:pattern.title', { crew: name })
  const search = new URL(request.url).searchParams
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    crew: { id, name },
    seen: stampOf(pattern),
    ...patternLines(pattern, typedLines(search, stampOf(pattern))),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'roster:manage')
  const id = readCrewId(params.crewId)
  return submitChange(await request.formData(), ShiftsForm, async (form) => {
    await changeShifts(ctx, id, form)
    return seeOther(savedAt(`/console/bookings/roster/${id}`, 'shifts'))
  })
}

export default function PatternPage() {
  const { t } = useWords()
  const { heading, crew, weeks, seen, rotationFrom, hours } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const strands = strandsIn(reply)
  const f = useFormOf<PatternField>(`pattern-${weeks}`, {
    reply,
    defaults: { rotationFrom, ...hours },
  })
  const path = `/console/bookings/roster/${crew.id}`
  return (
    <>
      <PageHead
        crumb={<BookingsCrumb under="roster" more={[{ href: path, label: crew.name }]} />}
        title={heading}
      />
      <SavedLine />
      <div className="paper">
        <Section label={heading}>
          <Form method="post" className="form" key={weeks} {...f.form}>
            {f.formError && <FormError>{f.formError}</FormError>}
            <WouldStrandList strands={strands} />
            <Btn className="vh" tabIndex={-1} aria-hidden="true" />
            <div className="form-narrow form">
              <SelectDense
                {...f.field('weeks')}
                defaultValue={String(weeks)}
                label={t('roster:pattern.weeks')}
                hint={t('roster:pattern.weeksHint')}
              >
                {weeksOf(maxRotationWeeks).map((n) => (
                  <option key={n}>{n}</option>
                ))}
              </SelectDense>
              <Actions>
                <Btn formMethod="get" formNoValidate>
                  {t('roster:pattern.weeksApply')}
                </Btn>
              </Actions>
            </div>
            <p className="muted">{t('roster:pattern.lede')}</p>
            <input type="hidden" name="seen" value={useSeen(seen, f.refusal)} />
            <input type="hidden" name="rotationWeeks" value={weeks} />
            <div className={weeks > 1 ? 'form-narrow' : 'vh'}>
              <InputDense
                {...f.field('rotationFrom')}
                type="date"
                label={t('roster:pattern.from')}
                tabIndex={weeks > 1 ? undefined : -1}
              />
            </div>
            <PatternWeeks f={f} weeks={weeksOf(weeks)} />
            <Actions>
              <Btn variant="go">
                {t(strands ? 'roster:pattern.saveAgain' : 'roster:pattern.save')}
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
