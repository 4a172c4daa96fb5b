import { useWords } from '#app/i18n/use-words.ts'
import { TextAreaField, TextField } from '#app/ui/portal/fields.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { StepForm, type StepProps, useField } from './step.tsx'

export function WhereStep(props: StepProps) {
  const { t } = useWords()
  const field = useField(props)
  return (
    <StepForm page={props.page}>
      <div>
        <h1>{t('report:where.heading')}</h1>
        <Lede>{t('report:where.lede')}</Lede>
      </div>
      <TextAreaField
        {...field('address')}
        label={t('report:where.address')}
        hint={t('report:where.addressHint')}
        rows={3}
        maxLength={200}
        autoComplete="street-address"
      />
      <TextField
        {...field('name')}
        label={t('report:where.name')}
        maxLength={60}
        autoComplete="name"
      />
      <TextField
        {...field('phone')}
        type="tel"
        label={t('report:where.phone')}
        hint={t('report:where.phoneHint')}
        maxLength={40}
        inputMode="tel"
        autoComplete="tel"
        short
      />
      <TextField
        {...field('email')}
        type="email"
        label={t('report:where.email')}
        hint={props.page.mails && t('report:where.emailHint')}
        maxLength={254}
        autoComplete="email"
      />
    </StepForm>
  )
}
