import { type FormEvent, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Button } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { leave, type Left } from './leaving.ts'
import { useHolder } from './use-kept.ts'

/** Signing out sends first and then forgets; without a script nothing is kept, and it just signs out. */
export function SignOut() {
  const { t } = useWords()
  const { me } = useHolder()
  const [leaving, setLeaving] = useState(false)
  const [left, setLeft] = useState<Left | null>(null)
  const signOut = async (event: FormEvent) => {
    event.preventDefault()
    if (leaving) return
    setLeaving(true)
    const said = await leave(me)
    if (said.is === 'left') {
      location.assign('/sign-in')
      return
    }
    setLeft(said)
    setLeaving(false)
  }
  return (
    <>
      {left && (
        <Notice tone="trouble" icon="alert" alert>
          {left.is === 'unsent'
            ? t('crew:kept.signOut.unsent', { count: left.count })
            : t('crew:kept.signOut.unreached')}
        </Notice>
      )}
      <form method="post" action="/sign-out" onSubmit={signOut}>
        <Button disabled={leaving}>
          {t(leaving ? 'crew:kept.signOut.leaving' : 'crew:me.signOut')}
        </Button>
      </form>
    </>
  )
}
