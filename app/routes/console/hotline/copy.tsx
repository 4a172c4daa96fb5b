import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { CopyWeekForm } from '#app/domain/hotline/duty-form.ts'
import { copyLastWeek } from '#app/domain/hotline/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { Actions, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { rosterPath } from './paths.ts'
import { weekOf } from './week.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'duty:manage')
  return { week: weekOf(ctx, request) }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'duty:manage')
  return submitForm(await request.formData(), CopyWeekForm, async (form) => {
    await copyLastWeek(ctx, form)
    return seeOther(`${rosterPath(form.week)}&saved`)
  })
}

/** Where last week can't be copied, it is said why. */
export default function CopyWeek() {
  const { t } = useWords()
  const { week } = useLoaderData<typeof loader>()
  const f = useFormOf('copy', { reply: useActionData<typeof action>() })
  return (
    <>
      <PageHead title={t('hotline:roster.copy')} />
      <div className="paper">
        <Section label={t('hotline:roster.copy')}>
          <Form method="post" className="form" {...f.form}>
            {f.formError && <FormError>{f.formError}</FormError>}
            <input type="hidden" name="week" value={week} />
            <Actions>
              <Btn variant="go">{t('hotline:roster.copy')}</Btn>
              <BtnLink variant="quiet" href={rosterPath(week)}>
                {t('cancel')}
              </BtnLink>
            </Actions>
          </Form>
        </Section>
      </div>
    </>
  )
}
