import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useFetcher, useLoaderData } from '@remix-run/react'
import type { FormEvent } from 'react'
import { caseOpenOf } from '#app/domain/consequences/index.server.ts'
import { AskForm } from '#app/domain/returns/ask-form.ts'
import { askOnTicket } from '#app/domain/returns/index.server.ts'
import { findTicket } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { WithSide } from '#app/ui/console/layout.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Warn } from '#app/ui/console/sections.tsx'
import { PagePanel } from '../page-panel.tsx'
import { ticketPath } from '../tickets/use-ticket.ts'
import { type AskFieldName, AskFields } from './ask-fields.tsx'
import { AskTerms } from './ask-terms.tsx'
import { askView, termsAsked } from './ask-view.server.ts'
import { askReturnPath, casePath, returnsPath } from './case-look.ts'

const ticketIn = (request: Request) => new URL(request.url).searchParams.get('ticket') ?? ''

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'return:ask')
  const search = new URL(request.url).searchParams
  const { ticket, lines, shown } = await askView(ctx, ticketIn(request))
  const open = await caseOpenOf(ctx, ticket.id)
  const t = translate(ctx.locale)
  const own = shown.filter(({ orderNumber }) => orderNumber === ticket.orderNumber)
  const alike = own.filter(({ name }) => ticket.product.includes(name))
  const [likely] = [alike, own, shown].filter(({ length }) => length === 1).flat()
  return {
    title: `${t('returns:ask.title')} ${ticket.number} – ${t('brand')}`,
    number: ticket.number,
    open: open?.number ?? null,
    name: ticket.name,
    words: ticket.description,
    product: ticket.product,
    lines: shown,
    likely: shown.length === 0 ? 'none' : (likely?.id ?? ''),
    asked: await termsAsked(ctx, lines, search),
    submissionKey: newToken(),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'return:ask')
  const ticket = ticketIn(request)
  await findTicket(ctx, ticket)
  return submitForm(await request.formData(), AskForm, async (form) =>
    seeOther(casePath(await askOnTicket(ctx, ticket, form))),
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What the terms depend on; nothing a customer said goes into an address. */
const judged = ['line', 'reason', 'unpacked', 'misused'] as const

/** RX-1: a colleague asks for a customer, and sees which terms apply as they choose. */
export default function Ask() {
  const { t } = useWords()
  const { number, name, open, words, product, lines, likely, asked, submissionKey } =
    useLoaderData<typeof loader>()
  const live = useFetcher<typeof loader>()
  const f = useFormOf<AskFieldName>('ask', {
    reply: useActionData<typeof action>(),
    defaults: { line: likely, product, quantity: 1, words },
  })
  const judge = ({ currentTarget, target }: FormEvent<HTMLFormElement>) => {
    if (!judged.some((field) => field === (target as HTMLInputElement).name)) return
    const typed = new FormData(currentTarget)
    const search = judged.map((field) => `&${field}=${typed.get(field) as string | null}`)
    live.load(askReturnPath(number) + search.join(''))
  }
  return (
    <>
      <PageHead
        title={t('returns:ask.title')}
        sub={t('returns:ask.sub', { number, name })}
        crumb={
          <Crumb
            label={t('returns:ask.crumb')}
            items={[
              { href: returnsPath, label: t('returns:ask.crumb') },
              { href: ticketPath(number), label: number },
              { label: t('returns:ask.title') },
            ]}
          />
        }
      />
      <WithSide
        sideLabel={t('returns:ask.terms')}
        side={<AskTerms asked={live.data?.asked ?? asked} ticket={number} />}
      >
        {open && (
          <Warn icon="alert">
            <TextLink href={casePath(open)}>{t('returns:ask.there', { number: open })}</TextLink>
          </Warn>
        )}
        <PagePanel
          title={t('returns:ask.title')}
          submit={t('returns:ask.submit')}
          action={askReturnPath(number)}
          page={ticketPath(number)}
          formError={f.formError}
          two
          onChange={judge}
          {...f.form}
        >
          <input
            type="hidden"
            name="submissionKey"
            value={useSubmissionKey(submissionKey, 'return')}
          />
          <AskFields f={f} lines={lines} />
        </PagePanel>
      </WithSide>
    </>
  )
}
