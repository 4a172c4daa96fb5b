import { useWords } from '#app/i18n/use-words.ts'
import { Section } from '#app/ui/console/sections.tsx'

/** What the box understands, by example. */
export function SearchTips() {
  const { t, locale } = useWords()
  const examples = {
    number: 'R100042-7',
    phone: '4821',
    name: '李雪莲 · lixuelian · lxl',
    words: locale === 'en' ? 'sofa leg' : '沙发 异响',
  }
  return (
    <Section title={t('finding:startTitle')}>
      <ul className="found-tips">
        {(['number', 'phone', 'name', 'words'] as const).map((tip) => (
          <li key={tip}>{t(`finding:tips.${tip}`, { example: examples[tip] })}</li>
        ))}
        <li>{t('finding:tips.where')}</li>
      </ul>
    </Section>
  )
}
