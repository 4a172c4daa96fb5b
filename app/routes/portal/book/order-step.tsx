import { useWords } from '#app/i18n/use-words.ts'
import { Choice, ChoiceGroup } from '#app/ui/portal/choices.tsx'
import { TextAreaField, TextField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { HotlineLink } from '../rather-talk.tsx'
import { StepForm, type StepProps, useField } from './step.tsx'

const icons = { delivery: 'truck', install: 'box', survey: 'pin', repair: 'wrench' } as const

export function OrderStep(props: StepProps) {
  const { t } = useWords()
  const field = useField(props)
  const { page, answers } = props
  const service = field('service')
  if (page.services.length === 0) {
    return (
      <Notice tone="waiting" icon="phone">
        <h1 className="notice__title">{t('book:order.none')}</h1>
        <p>
          {t('book:order.noneHint')}
          <HotlineLink />
        </p>
      </Notice>
    )
  }
  return (
    <StepForm page={page}>
      <div>
        <h1>{t('book:order.heading')}</h1>
        <Lede>{t('book:order.lede')}</Lede>
      </div>
      <ChoiceGroup
        id="service"
        legend={t('book:order.service')}
        error={service.error}
        errorPrefix={service.errorPrefix}
        two
      >
        {page.services.map((name) => (
          <Choice
            key={name}
            name="service"
            value={name}
            title={t(`book:service.${name}`)}
            text={t(`book:order.serviceText.${name}`)}
            icon={icons[name]}
            defaultChecked={answers.service === name}
          />
        ))}
      </ChoiceGroup>
      <TextField
        {...field('phone')}
        type="tel"
        label={t('book:order.phone')}
        hint={t('book:order.phoneHint')}
        maxLength={40}
        inputMode="tel"
        autoComplete="tel"
        short
      />
      <TextField
        {...field('orderNumber')}
        label={t('book:order.number')}
        hint={t('book:order.numberHint')}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        short
      />
      <TextAreaField
        {...field('what')}
        label={t('book:order.what')}
        hint={t('book:order.whatHint')}
        rows={2}
        maxLength={500}
      />
    </StepForm>
  )
}
