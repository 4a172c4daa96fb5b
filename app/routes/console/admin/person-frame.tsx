import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'

export const personPath = (id: string) => `/console/admin/people/${id}`

/** A page of its own about one of the people. */
export function PersonFrame({
  person,
  heading,
  children,
}: {
  person: { id: string; name: string }
  heading: string
  children: ReactNode
}) {
  const { t } = useWords()
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('admin:people.title')}
            items={[
              { href: '/console/admin/people', label: t('admin:people.title') },
              { href: personPath(person.id), label: person.name },
            ]}
          />
        }
        title={heading}
      />
      <div className="paper">{children}</div>
    </>
  )
}
