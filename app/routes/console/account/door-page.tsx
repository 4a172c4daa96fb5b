import { Form, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { ConsoleDoor } from '#app/ui/console/frame.tsx'

/** A page before the console, with the language switch under it. */
export function DoorPage({ title, children }: { title: string; children: ReactNode }) {
  const { t, locale } = useWords()
  const { pathname, search } = useLocation()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <ConsoleDoor
      brand={t('brand')}
      title={title}
      foot={
        <Form method="post" action="/language" reloadDocument>
          <input type="hidden" name="back" value={pathname + search} />
          <Btn variant="quiet" name="to" value={other} lang={other}>
            {t('otherLanguage')}
          </Btn>
        </Form>
      }
    >
      {children}
    </ConsoleDoor>
  )
}
