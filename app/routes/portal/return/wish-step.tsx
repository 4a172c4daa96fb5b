import { returnWishes } from '#db/vocabulary/returns.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Choice, ChoiceGroup } from '#app/ui/portal/choices.tsx'
import { TextAreaField, TextField } from '#app/ui/portal/fields.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { StepForm, type StepProps, useField } from './step.tsx'

export function WishStep(props: StepProps) {
  const { t } = useWords()
  const field = useField(props)
  const { page, answers } = props
  const wish = field('wish')
  return (
    <StepForm page={page}>
      <div>
        <h1>{t('asks:ask.wish.heading')}</h1>
        <Lede>{t('asks:ask.wish.lede')}</Lede>
      </div>
      <ChoiceGroup
        id="wish"
        legend={t('asks:ask.wish.legend')}
        error={wish.error}
        errorPrefix={wish.errorPrefix}
        two
      >
        {returnWishes.map((one) => (
          <Choice
            key={one}
            name="wish"
            value={one}
            title={t(`asks:ask.wishes.${one}`)}
            defaultChecked={answers.wish === one}
          />
        ))}
      </ChoiceGroup>
      <TextField
        {...field('name')}
        label={t('asks:ask.wish.name')}
        maxLength={60}
        autoComplete="name"
      />
      <TextAreaField
        {...field('address')}
        label={t('asks:ask.wish.address')}
        hint={t('asks:ask.wish.addressHint')}
        rows={2}
        maxLength={200}
        autoComplete="street-address"
      />
      <TextField
        {...field('email')}
        type="email"
        label={t('asks:ask.wish.email')}
        hint={page.mails && t('asks:ask.wish.emailHint')}
        maxLength={254}
        autoComplete="email"
      />
    </StepForm>
  )
}
