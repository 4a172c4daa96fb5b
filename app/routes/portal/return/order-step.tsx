import { useWords } from '#app/i18n/use-words.ts'
import { TextField } from '#app/ui/portal/fields.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { HotlineLink } from '../rather-talk.tsx'
import { StepForm, type StepProps, useField } from './step.tsx'

export function OrderStep(props: StepProps) {
  const { t } = useWords()
  const field = useField(props)
  return (
    <StepForm page={props.page}>
      <div>
        <h1>{t('asks:ask.order.heading')}</h1>
        <Lede>{t('asks:ask.order.lede')}</Lede>
      </div>
      <TextField
        {...field('phone')}
        type="tel"
        label={t('asks:ask.order.phone')}
        hint={t('asks:ask.order.phoneHint')}
        maxLength={40}
        inputMode="tel"
        autoComplete="tel"
        short
      />
      <TextField
        {...field('orderNumber')}
        label={t('asks:ask.order.number')}
        hint={t('asks:ask.order.numberHint')}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        short
      />
      <p>
        {t('asks:ask.order.without')} <a href="/report">{t('asks:ask.order.withoutReport')}</a>
        {t('asks:ask.order.withoutCall')}
        <HotlineLink />
      </p>
    </StepForm>
  )
}
