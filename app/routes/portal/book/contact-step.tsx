import { useWords } from '#app/i18n/use-words.ts'
import { SelectField, TextAreaField, TextField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { HotlineLink } from '../rather-talk.tsx'
import { bookPath } from './paths.ts'
import { StepForm, type StepProps, useField } from './step.tsx'

export function ContactStep(props: StepProps) {
  const { t } = useWords()
  const field = useField(props)
  const { token, order, back, areas, elsewhere, mails } = props.page
  return (
    <StepForm page={props.page}>
      <div>
        <h1>{t('book:contact.heading')}</h1>
        <Lede>
          {order ? t('book:contact.order', order) : t('book:contact.lede')}{' '}
          {order && <a href={bookPath(token, 'order', { back })}>{t('book:contact.notThis')}</a>}
        </Lede>
      </div>
      {(areas.length > 0 || elsewhere) && (
        <Notice tone="waiting" icon="phone">
          <p>
            <b>
              {elsewhere
                ? t('book:contact.elsewhere', { city: elsewhere })
                : t('book:contact.noArea')}
            </b>{' '}
            {t(elsewhere ? 'book:contact.elsewhereText' : 'book:contact.noAreaText')}
            <a href={`/report?draft=${token}&step=product`}>{t('book:contact.noAreaReport')}</a>
            {t('book:contact.noAreaCall')}
            <HotlineLink />
          </p>
        </Notice>
      )}
      <TextAreaField
        {...field('address')}
        label={t('book:contact.address')}
        hint={t('book:contact.addressHint')}
        rows={3}
        maxLength={200}
        autoComplete="street-address"
      />
      {areas.length > 0 && (
        <SelectField
          {...field('area')}
          label={t('book:contact.area')}
          hint={t('book:contact.areaHint')}
        >
          <option value="">{t('book:contact.areaNone')}</option>
          {areas.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        {...field('name')}
        label={t('book:contact.name')}
        maxLength={60}
        autoComplete="name"
      />
      <TextField
        {...field('email')}
        type="email"
        label={t('book:contact.email')}
        hint={mails && t('book:contact.emailHint')}
        maxLength={254}
        autoComplete="email"
      />
    </StepForm>
  )
}
