import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { startPlan } from '#app/domain/planning/index.server.ts'
import { StartPlanForm } from '#app/domain/planning/start-plan-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { type FormReply, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { useBoard } from './board-context.ts'
import { planned } from './planned.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:dispatch')
  const t = translate(ctx.locale)
  return { title: `${t('plans:strip.label')} – ${t('brand')}` }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:dispatch')
  const form = await request.formData()
  return submitForm(form, StartPlanForm, async (value) => {
    await startPlan(ctx, value)
    return planned(request, form, value.day)
  })
}

/** Seen where a day couldn't be planned, or by whoever opens the address. */
export default function Plans() {
  useLoaderData<typeof loader>()
  const { t } = useWords()
  const { day } = useBoard()
  const f = useFormOf('plan', { reply: useActionData<FormReply>() })
  return (
    <section className="detail paper" aria-labelledby="panel-title">
      <h2 className="title" id="panel-title" tabIndex={-1}>
        {t('plans:panel.start')}
      </h2>
      {f.formError && <FormError>{f.formError}</FormError>}
      <Form method="post" action={`/console/dispatch/plans?day=${day}`} {...f.form}>
        <input type="hidden" name="day" value={day} />
        <div className="actions mt">
          <Btn name="mode" value="fill" title={t('plans:strip.fillHint')}>
            {t('plans:panel.fill')}
          </Btn>
          <Btn name="mode" value="replan" title={t('plans:strip.replanHint')}>
            {t('plans:panel.replan')}
          </Btn>
        </div>
      </Form>
    </section>
  )
}
