import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { localeOf } from '#app/platform/locale.server.ts'
import { CrewFrame, CrewPage, CrewTop } from '#app/ui/crew/frame.tsx'
import { Button, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { SkipLink } from '#app/ui/portal/page.tsx'
import stylesheet from '#app/ui/portal.css?url'

/** It is shown at the address of whichever page isn't kept, so that it must work as it stands. */
export const handle = { surface: 'portal' } as const
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const t = translate(await localeOf(request))
  return { title: `${t('crew:kept.offline.pageTitle')} – ${t('brand')}` }
}

export default function Offline() {
  const { t } = useWords()
  return (
    <CrewFrame>
      <SkipLink>{t('common:skip')}</SkipLink>
      <header>
        <CrewTop title={t('brand')} />
      </header>
      <CrewPage stack>
        <h1>{t('crew:kept.offline.title')}</h1>
        <p>{t('crew:kept.offline.text')}</p>
        <ButtonLink href="/crew" variant="primary" big icon="list">
          {t('crew:kept.offline.today')}
        </ButtonLink>
        {/* Without an action a form goes to the address that was asked for. */}
        <form>
          <Button icon="again">{t('crew:kept.offline.again')}</Button>
        </form>
      </CrewPage>
    </CrewFrame>
  )
}
