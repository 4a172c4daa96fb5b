import { isOutside } from '#app/domain/work/reading.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { useVisit } from './loaded-visit.ts'

/** What stands recorded, to be seen once more before the text is written. */
export function Recorded() {
  const { extras, photos, checks } = useVisit()
  const { t, format } = useWords()
  const count = (stage: 'before' | 'after') => photos.filter((one) => one.stage === stage).length
  const items = [
    ...extras.flatMap(({ what, price, currency, decision }) =>
      decision === 'accepted'
        ? [
            {
              term: t('crew:extra.list'),
              children: [
                what,
                price > 0 ? format.money(price, currency) : t('crew:extra.free'),
              ].join(t('crew:comma')),
            },
          ]
        : [],
    ),
    {
      term: t('crew:photos.title'),
      children: t('crew:completion.photos', { before: count('before'), after: count('after') }),
    },
    ...checks.flatMap((item) => {
      if (item.value === null || !isOutside(item)) return []
      const unit = item.unit ?? ''
      const low = item.lowest !== null && item.value < item.lowest
      const limits = { lowest: item.lowest ?? '', highest: item.highest ?? '', unit }
      return [
        {
          term: item.text,
          children: [
            t('crew:reading.read', { value: item.value, unit }),
            t(low ? 'crew:reading.low' : 'crew:reading.high', limits),
          ].join(t('crew:comma')),
        },
      ]
    }),
  ]
  return (
    <section aria-labelledby="recorded">
      <h2 id="recorded">{t('crew:completion.recorded')}</h2>
      <Facts items={items} />
    </section>
  )
}
