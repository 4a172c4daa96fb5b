import type { ComponentProps, ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { SavedSetting, SettingsCrumb } from './setting-page.tsx'

/** A page with all settings of one kind; the last column says who changed each. */
export function SettingsTable({
  title,
  lede,
  add,
  head,
  empty,
  children,
}: {
  title: string
  lede?: ReactNode
  add?: { href: string; label: ReactNode }
  head: ComponentProps<typeof Table>['head']
  /** Said while there is none. */
  empty?: { title: string; hint: ReactNode } | null
  children: ReactNode
}) {
  const { t } = useWords()
  return (
    <>
      <PageHead crumb={<SettingsCrumb />} title={title}>
        {add && (
          <BtnLink variant="go" icon="plus" href={add.href}>
            {add.label}
          </BtnLink>
        )}
      </PageHead>
      <SavedSetting />
      <div className="paper">
        {empty ? (
          <EmptyState title={empty.title}>{empty.hint}</EmptyState>
        ) : (
          <Section label={title}>
            {lede && <p className="muted">{lede}</p>}
            <div className="row-lines">
              <Table
                label={t('roster:tableOf', { what: title })}
                head={[...head, { label: t('settings:last') }]}
              >
                {children}
              </Table>
            </div>
          </Section>
        )}
      </div>
    </>
  )
}
