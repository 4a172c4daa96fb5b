import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, Outlet } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { CrewFrame } from '#app/ui/crew/frame.tsx'
import { UiLinks } from '#app/ui/links.tsx'
import { SkipLink } from '#app/ui/portal/page.tsx'
import stylesheet from '#app/ui/portal.css?url'
import { Unsent } from './kept/unsent.tsx'
import { reloadUnlessUnreached } from '#app/unreached.ts'

export const shouldRevalidate = reloadUnlessUnreached

export const handle = { surface: 'crew' } as const
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await staffContext(request, 'visit:work')
  return { me: actor.id, name: actor.name }
}

export default function CrewLayout() {
  const { t } = useWords()
  return (
    <UiLinks link={Link} form={Form}>
      <CrewFrame>
        <SkipLink>{t('common:skip')}</SkipLink>
        <Unsent />
        <Outlet />
      </CrewFrame>
    </UiLinks>
  )
}
