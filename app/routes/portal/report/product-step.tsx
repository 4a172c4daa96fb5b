import { useWords } from '#app/i18n/use-words.ts'
import { TextField } from '#app/ui/portal/fields.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { StepForm, type StepProps, useField } from './step.tsx'

export function ProductStep(props: StepProps) {
  const { t } = useWords()
  const field = useField(props)
  return (
    <StepForm page={props.page}>
      <div>
        <h1>{t('report:product.heading')}</h1>
        <Lede>{t('report:product.lede')}</Lede>
        <p className="hint">
          {t('home:toReturn')} <a href="/return">{t('home:askReturn')}</a>
        </p>
      </div>
      <TextField
        {...field('product')}
        label={t('report:product.product')}
        hint={t('report:product.productHint')}
        maxLength={120}
        autoComplete="off"
      />
      <TextField
        {...field('orderNumber')}
        label={t('report:product.order')}
        hint={t('report:product.orderHint')}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        short
      />
    </StepForm>
  )
}
