import type { ActionFunctionArgs } from '@remix-run/node'
import {
  type ClientActionFunctionArgs,
  Form,
  Navigate,
  useActionData,
  useNavigation,
} from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { FinishVisitForm } from '#app/domain/work/finish-visit-form.ts'
import { finishVisit } from '#app/domain/work/index.server.ts'
import { reasonField } from '#app/domain/work/reason-field.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { CrewPage, CrewTop } from '#app/ui/crew/frame.tsx'
import { BigButton } from '#app/ui/crew/visit.tsx'
import { Bar } from '#app/ui/portal/buttons.tsx'
import { ErrorSummary, TextAreaField, TextField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { hasFailed, replyOf, sendOrSay } from '../sending.ts'
import { useDraft } from './draft.ts'
import { useVisit } from './loaded-visit.ts'
import { atOwnVisit } from './visit-context.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { ctx, id } = await atOwnVisit(args)
  return submitForm(await args.request.formData(), FinishVisitForm, async (form) => {
    await finishVisit(ctx, id, form)
    return seeOther(`/crew/visits/${id}`, { 'X-Remix-Replace': 'true' })
  })
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => sendOrSay(serverAction)

export default function Completion() {
  const visit = useVisit()
  const { t } = useWords()
  const reply: unknown = useActionData()
  const navigation = useNavigation()
  const sending = navigation.state !== 'idle'
  const f = useFormOf<string>('finish', { reply: replyOf(reply) })
  const top = useRef<HTMLDivElement>(null)
  const draft = useDraft(visit.id, 'finish-workDone')
  const back = `/crew/visits/${visit.id}`
  const open = visit.checks.filter((item) => item.must && !item.done)
  const missing = f.refusal === 'checksMissing'
  const failed = hasFailed(reply)
  const errors = failed
    ? []
    : [...(f.formError ? [{ href: '#finish', message: f.formError }] : []), ...f.errors]
  const told = errors.length > 0
  useEffect(() => {
    if (told) top.current?.querySelector<HTMLElement>('[role=alert]')?.focus()
  }, [told, reply])
  if (visit.stage !== 'working') return <Navigate to={back} replace />

  const reason = (item: (typeof open)[number]) => {
    const field = f.field(reasonField(item.id))
    const error =
      field.error ?? (missing && !field.defaultValue ? t('validation:reason') : undefined)
    return (
      <TextField
        key={item.id}
        {...field}
        error={error}
        errorPrefix={t('common:errorPrefix')}
        label={t('crew:completion.reason', { item: item.text })}
        maxLength={500}
      />
    )
  }
  return (
    <>
      <header>
        <CrewTop back={{ href: back, label: visit.name }} />
      </header>
      <CrewPage stack>
        <div ref={top}>
          <ErrorSummary title={t('common:problems', { count: errors.length })} errors={errors} />
          <h1>{t('crew:completion.title')}</h1>
        </div>
        <Form method="post" className="stack" {...f.form} action={`${back}/completion`}>
          <TextAreaField
            {...f.field('workDone')}
            {...draft}
            errorPrefix={t('common:errorPrefix')}
            label={t('crew:completion.workDone')}
            hint={t('crew:completion.workDoneHint')}
            saved={t('crew:completion.saved')}
            rows={5}
            maxLength={4000}
          />
          {open.length > 0 && (
            <section className="stack" aria-labelledby="open-items">
              <h2 id="open-items">{t('crew:completion.open')}</h2>
              <p className="muted">{t('crew:completion.openHint')}</p>
              {open.map(reason)}
            </section>
          )}
          <Bar
            action={
              <>
                {failed && (
                  <Notice tone="trouble" icon="alert" alert>
                    {t('crew:visit.failed')}
                  </Notice>
                )}
                <BigButton disabled={sending}>
                  {t(sending ? 'crew:visit.recording' : 'crew:completion.submit')}
                </BigButton>
              </>
            }
          />
        </Form>
      </CrewPage>
    </>
  )
}
