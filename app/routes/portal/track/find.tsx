import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { TrackForm, trackTicket } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { type FormReply, seeOther, submitForm } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { publicContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Actions, Button } from '#app/ui/portal/buttons.tsx'
import { TextField } from '#app/ui/portal/fields.tsx'
import { Columns, FormStack, Lede, Page } from '#app/ui/portal/page.tsx'
import { FormTrouble } from '../form-trouble.tsx'
import { RatherTalk } from '../rather-talk.tsx'
import { inTrouble, pageTitle } from '../title.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale } = await publicContext(request)
  const t = translate(locale)
  return {
    title: pageTitle(locale, t('track:find.title'), context),
    description: t('track:find.lede'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await publicContext(request)
  const reply = await submitForm((await readForm(request)).form, TrackForm, async (asked) =>
    seeOther(`/track/${await trackTicket(ctx, asked, context.address)}`),
  )
  if (!(reply instanceof Response)) inTrouble(context)
  return reply
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'description', content: data?.description },
]

export default function FindTicket() {
  const { t } = useWords()
  const reply = useActionData<FormReply>()
  const form = useFormOf<'number' | 'phone'>('track', { reply })
  const errorPrefix = t('common:errorPrefix')
  return (
    <Page>
      <Columns aside={<RatherTalk />}>
        <div>
          <FormTrouble form={form} />
          <FormStack action="/track" data-enhance="once">
            <div>
              <h1>{t('track:find.heading')}</h1>
              <Lede>{t('track:find.lede')}</Lede>
            </div>
            <TextField
              {...form.field('number')}
              errorPrefix={errorPrefix}
              label={t('track:find.number')}
              hint={t('track:find.numberHint')}
              maxLength={40}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              short
            />
            <TextField
              {...form.field('phone')}
              errorPrefix={errorPrefix}
              type="tel"
              inputMode="tel"
              autoComplete="tel"
              label={t('track:find.phone')}
              maxLength={40}
              short
            />
            <Actions end>
              <Button variant="primary">{t('track:find.submit')}</Button>
            </Actions>
          </FormStack>
          <p className="small muted gap-5">{t('track:find.lost')}</p>
        </div>
      </Columns>
    </Page>
  )
}
