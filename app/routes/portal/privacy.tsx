import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { publicContext } from '#app/routes/context.server.ts'
import { Columns, Lede, Page, Stack } from '#app/ui/portal/page.tsx'
import { usePortal } from './portal.ts'
import { RatherTalk } from './rather-talk.tsx'
import { pageTitle } from './title.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale } = await publicContext(request)
  const t = translate(locale)
  return {
    title: pageTitle(locale, t('home:privacy.title'), context),
    description: t('home:privacy.lede'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'description', content: data?.description },
]

const parts = ['what', 'why', 'browser', 'long', 'link', 'ask'] as const

export default function Privacy() {
  const { t } = useWords()
  const { hotline, hours } = usePortal()
  return (
    <Page>
      <Columns aside={<RatherTalk />}>
        <Stack gap="large">
          <div>
            <h1>{t('home:privacy.title')}</h1>
            <Lede>{t('home:privacy.lede')}</Lede>
          </div>
          {parts.map((part) => (
            <section key={part} aria-labelledby={part}>
              <h2 id={part}>{t(`home:privacy.${part}Title`)}</h2>
              <p className="gap-2">{t(`home:privacy.${part}`, { hotline, hours })}</p>
            </section>
          ))}
        </Stack>
      </Columns>
    </Page>
  )
}
