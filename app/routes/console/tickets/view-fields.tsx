import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { CheckDense, FormError, FormGrid, InputDense } from '#app/ui/console/fields.tsx'

/** A view's name, and whether colleagues see it. */
export function ViewFields({
  f,
  lede,
  back,
  children,
}: {
  f: ReturnType<typeof useFormOf<'name' | 'shared'>>
  lede?: ReactNode
  back: string
  /** What can be done with it. */
  children: ReactNode
}) {
  const { t } = useWords()
  return (
    <FormGrid two>
      {f.formError && (
        <div className="wide">
          <FormError>{f.formError}</FormError>
        </div>
      )}
      {lede}
      <InputDense {...f.field('name')} label={t('queues:views.name')} maxLength={40} />
      <CheckDense
        name="shared"
        value="yes"
        label={t('queues:views.shared')}
        defaultChecked={f.chosen('shared').includes('yes')}
      />
      <div className="actions wide">
        {children}
        <BtnLink variant="quiet" href={back}>
          {t('tickets:form.cancel')}
        </BtnLink>
      </div>
    </FormGrid>
  )
}
