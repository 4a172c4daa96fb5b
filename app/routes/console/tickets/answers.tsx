import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import {
  matchArticles,
  UseAnswerForm,
  useAnswerOnTicket as applyAnswer,
} from '#app/domain/knowledge/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { cleanText } from '#app/platform/fields.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError, InputDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { answerView } from './answer-view.server.ts'
import { AnswersFound } from './ticket-answers.tsx'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath, useTicket } from './use-ticket.ts'

const shown = 12

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:note')
  const q = cleanText(new URL(request.url).searchParams.get('q') ?? '').slice(0, 100)
  const found = q === '' ? [] : await matchArticles(ctx, { text: q }, { limit: shown, box: true })
  return { q, found: found.map((answer) => answerView(ctx.locale, answer, [])) }
}

/** An answer fits (KB-1). */
export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:note')
  return submitForm(await args.request.formData(), UseAnswerForm, async (form) => {
    await applyAnswer(ctx, number, form)
    return seeOther(ticketPath(number))
  })
}

/** Looks for an answer by words, on the ticket it is for. */
export default function Answers() {
  const { t } = useWords()
  const ticket = useTicket()
  const { q, found } = useLoaderData<typeof loader>()
  const f = useFormOf('answer', { reply: useActionData<typeof action>() })
  return (
    <Section title={t('knowledge:ticket.findTitle')}>
      {f.formError && <FormError>{f.formError}</FormError>}
      <Form className="form" role="search" action={`${ticketPath(ticket.number)}/answers`}>
        <InputDense
          id="find-answer"
          name="q"
          type="search"
          label={t('knowledge:ticket.findLabel')}
          defaultValue={q}
          maxLength={100}
        />
        <div className="actions">
          <Btn variant="go">{t('knowledge:ticket.findButton')}</Btn>
          <BtnLink variant="quiet" href={ticketPath(ticket.number)}>
            {t('tickets:form.cancel')}
          </BtnLink>
        </div>
      </Form>
      {q !== '' && (
        <p className="muted mt" role="status">
          {found.length === 0
            ? t('knowledge:ticket.none')
            : t('knowledge:ticket.found', { count: found.length })}
        </p>
      )}
      <AnswersFound
        number={ticket.number}
        answers={found}
        use={ticket.may.note}
        resolve={ticket.may.resolve}
      />
    </Section>
  )
}
