import { wishParts, wishWays } from '#db/vocabulary/work.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormField } from '#app/routes/form.ts'
import { PillsField } from './pills-field.tsx'

/** VS-9: when and how the customer would like to be asked how it went. */
export function WishFields({ way, part }: { way: FormField; part: FormField }) {
  const { t } = useWords()
  return (
    <section className="stack wish" aria-labelledby="wish">
      <h2 id="wish">{t('crew:wish.title')}</h2>
      <PillsField
        field={way}
        legend={t('crew:wish.way')}
        options={wishWays.map((value) => ({ value, label: t(`words:wishWay.${value}`) }))}
      />
      <div className="when-phone">
        <PillsField
          field={part}
          legend={t('crew:wish.part')}
          options={wishParts.map((value) => ({ value, label: t(`words:wishPart.${value}`) }))}
        />
      </div>
    </section>
  )
}
