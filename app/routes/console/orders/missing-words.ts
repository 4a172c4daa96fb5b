import { useWords } from '#app/i18n/use-words.ts'
import type { Column } from '#app/domain/orders/columns.ts'
import type { Missing } from '#app/domain/orders/contract.ts'
import type { ContractField } from '#db/vocabulary/orders.ts'

/** Fields of a contract as one phrase: 手机号、送货日期 · Phone, Delivery date. */
export function useMissingWords() {
  const { t, locale } = useWords()
  return (fields: readonly (ContractField | Column)[]) =>
    fields.map((field) => t(`orders:field.${field}`)).join(locale === 'en' ? ', ' : '、')
}

/** What isn't there and what is there but wrong, told apart: 缺：导购 · 不清楚：送货日期. */
export function useLackingWords() {
  const { t } = useWords()
  const say = useMissingWords()
  return (missing: readonly Missing[]) => {
    const fields = (which: Missing['why']) =>
      say(missing.filter(({ why }) => why === which).map(({ field }) => field))
    const [lacks, wrong] = [fields('missing'), fields('unclear')]
    return [
      lacks && t('orders:missing.lacks', { fields: lacks }),
      wrong && t('orders:missing.wrong', { fields: wrong }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
}

/** What is wrong with one field, in a sentence. */
export function useMissingSentence() {
  const { t } = useWords()
  return ({ field, why, because }: Missing) => {
    const what = t(`orders:missing.${why}`, { field: t(`orders:field.${field}`) })
    return { what, because: because && t(`orders:missing.why.${because}`) }
  }
}
