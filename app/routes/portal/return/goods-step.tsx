import { useWords } from '#app/i18n/use-words.ts'
import { Choice, ChoiceGroup } from '#app/ui/portal/choices.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { StepForm, type StepProps, useField } from './step.tsx'

export function GoodsStep(props: StepProps) {
  const { t, format } = useWords()
  const { page, answers } = props
  const { error, errorPrefix } = useField(props)('line')
  const { order } = page
  if (!order) return null
  const { deliveredOn } = order
  return (
    <StepForm page={page}>
      <div>
        <h1>{t('asks:ask.goods.heading')}</h1>
        <Lede>
          {t('asks:ask.goods.lede', { number: order.number })}
          {' · '}
          {deliveredOn
            ? t('asks:ask.goods.delivered', { date: format.date(`${deliveredOn}T12:00:00Z`) })
            : t('asks:ask.goods.notDelivered')}
        </Lede>
      </div>
      <ChoiceGroup
        id="line"
        legend={t('asks:ask.goods.lines')}
        error={error}
        errorPrefix={errorPrefix}
      >
        {order.lines.map(({ id, name, model, quantity }) => (
          <Choice
            key={id}
            name="line"
            value={id}
            title={name}
            text={t('asks:ask.goods.model', { model, count: quantity })}
            icon="box"
            defaultChecked={answers.line === String(id)}
          />
        ))}
      </ChoiceGroup>
    </StepForm>
  )
}
