import { useLocation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { RailFootButton, RailFootLink } from '#app/ui/console/frame.tsx'
import type { Role } from '#db/vocabulary/roles.ts'
import { forgetAllWords } from './forget-words.ts'

/** Under the rail: who is signed in, the other language, and the way out. */
export function RailFoot({ name, roles }: { name: string; roles: readonly Role[] }) {
  const { t, locale } = useWords()
  const { pathname, search } = useLocation()
  const role = roles[0]
  return (
    <>
      <RailFootLink
        href="/console/account"
        icon="person"
        label={role ? `${name} · ${t(`words:role.${role}`)}` : name}
      />
      <form method="post" action="/language">
        <input type="hidden" name="back" value={pathname + search} />
        <RailFootButton
          name="to"
          value={locale === 'en' ? 'zh-CN' : 'en'}
          lang={locale === 'en' ? 'zh-CN' : 'en'}
          icon="speech"
          label={t('console:foot.language')}
        />
      </form>
      <form method="post" action="/sign-out" onSubmit={forgetAllWords}>
        <RailFootButton icon="undo" label={t('console:foot.signOut')} />
      </form>
    </>
  )
}
