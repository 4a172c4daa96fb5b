import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { phraseValues, unknownIn } from '#app/domain/phrases/values.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { Options } from '#app/ui/console/choices.tsx'
import { FormError, InputDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Actions } from '#app/ui/console/page.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { ticketKinds } from '#db/vocabulary/tickets.ts'

export type PhraseField =
  'titleZh' | 'titleEn' | 'bodyZh' | 'bodyEn' | 'kinds' | 'position' | 'version'

/** A phrase in both languages, and beside it what may stand in it. */
export function PhraseFields({
  f,
  version,
  children,
}: {
  f: ReturnType<typeof useFormOf<PhraseField>>
  version?: number
  children?: ReactNode
}) {
  const { t } = useWords()
  const kinds = f.chosen('kinds')
  /** With what stands in braces and is none of the ticket's. */
  const body = (name: 'bodyZh' | 'bodyEn') => {
    const { error, ...field } = f.field(name)
    const unknown = unknownIn(field.defaultValue ?? '').map((one) => `{{${one}}}`)
    return { ...field, error: error && [error, ...unknown].join(' ') }
  }
  return (
    <div className="paper">
      <Section label={t('desk:phrases.title')}>
        <Form method="post" className="form form-2" {...f.form}>
          {f.formError && (
            <div className="wide">
              <FormError>{f.formError}</FormError>
            </div>
          )}
          {version !== undefined && <input type="hidden" name="version" value={version} />}
          <InputDense {...f.field('titleZh')} label={t('desk:phrases.titleZh')} maxLength={60} />
          <InputDense {...f.field('titleEn')} label={t('desk:phrases.titleEn')} maxLength={60} />
          <TextAreaDense {...body('bodyZh')} rows={7} label={t('desk:phrases.bodyZh')} />
          <TextAreaDense {...body('bodyEn')} rows={7} label={t('desk:phrases.bodyEn')} />
          <Options
            id="phrase-kinds"
            legend={t('desk:phrases.kinds')}
            name="kinds"
            type="checkbox"
            wide
            items={ticketKinds.map((kind) => ({
              value: kind,
              label: t(`words:ticketKind.${kind}`),
              defaultChecked: kinds.includes(kind),
            }))}
          />
          <p className="muted xs wide">{t('desk:phrases.kindsHint')}</p>
          <InputDense
            {...f.field('position')}
            label={t('desk:phrases.position')}
            hint={t('desk:phrases.positionHint')}
            inputMode="numeric"
          />
          <div className="wide">
            <Actions>
              <Btn variant="go">{t('common:save')}</Btn>
              <BtnLink variant="quiet" href="/console/phrases">
                {t('cancel')}
              </BtnLink>
            </Actions>
          </div>
        </Form>
      </Section>
      <Section title={t('desk:phrases.values')}>
        <Facts
          items={phraseValues.map((value) => ({
            term: `{{${value}}}`,
            children: t(`desk:phrases.value.${value}`),
          }))}
        />
      </Section>
      {children}
    </div>
  )
}
