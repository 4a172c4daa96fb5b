import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { inspectOriginal } from '#app/domain/returns/index.server.ts'
import { InspectOriginalForm } from '#app/domain/returns/supply-form.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Seg } from '#app/ui/console/choices.tsx'
import { FieldDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { originalFates } from '#db/vocabulary/returns.ts'
import { casePath } from '../case-look.ts'
import { atStep } from './step-context.server.ts'
import { StepPage, StepPanel, useStep } from './step-panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  await atStep(args, 'return:supply', ['original'])
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number, id } = await atStep(args, 'return:supply', ['original'])
  const { form, files } = await readForm(args.request)
  return submitForm(form, InspectOriginalForm, async (found) => {
    await inspectOriginal(ctx, number, id, found, files)
    return seeOther(casePath(number))
  })
}

/** RX-4: how an original looks, and what becomes of it. */
export default function Inspection() {
  const { t } = useWords()
  const { what } = useStep()
  const f = useFormOf<'condition' | 'fate'>('inspection', {
    reply: useActionData<typeof action>(),
  })
  const fate = f.field('fate')
  const title = t('returns:supply.inspection.title', { what })
  return (
    <StepPage title={title} takes={['going']}>
      <StepPanel
        title={title}
        lede={t('returns:supply.inspection.lede')}
        submit={t('returns:supply.inspection.submit')}
        encType="multipart/form-data"
        formError={f.formError}
        {...f.form}
      >
        <TextAreaDense
          {...f.field('condition')}
          rows={3}
          label={t('returns:supply.inspection.condition')}
          hint={t('returns:supply.inspection.conditionHint')}
        />
        <Seg
          id={fate.id}
          name="fate"
          legend={t('returns:supply.inspection.fate')}
          options={originalFates.map((one) => ({ value: one, label: t(`returns:fate.${one}`) }))}
          defaultValue={fate.defaultValue}
          error={fate.error}
        />
        <FieldDense
          id="inspection-photos"
          label={t('returns:supply.inspection.photos')}
          hint={t('returns:supply.inspection.photosHint')}
        >
          {(aria) => (
            <input
              {...aria}
              type="file"
              name="photos"
              multiple
              accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
            />
          )}
        </FieldDense>
      </StepPanel>
    </StepPage>
  )
}
