import { useWords } from '#app/i18n/use-words.ts'
import { Tabs } from '#app/ui/crew/frame.tsx'

export function CrewTabs({ current }: { current: 'today' | 'me' }) {
  const { t } = useWords()
  return (
    <Tabs
      label={t('crew:tabs.label')}
      items={[
        { href: '/crew', icon: 'list', label: t('crew:tabs.today'), current: current === 'today' },
        { href: '/crew/me', icon: 'user', label: t('crew:tabs.me'), current: current === 'me' },
      ]}
    />
  )
}
