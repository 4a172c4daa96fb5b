import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { CancelCaseForm } from '#app/domain/returns/cancel-form.ts'
import { cancelCase } from '#app/domain/returns/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { PagePanel } from '../page-panel.tsx'
import { atCase } from './case-context.server.ts'
import { casePath } from './case-look.ts'
import { CasePage } from './case-page.tsx'
import { useCase } from './use-case.ts'

export async function loader(args: LoaderFunctionArgs) {
  await atCase(args, 'return:decide')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atCase(args, 'return:decide')
  return submitForm(await args.request.formData(), CancelCaseForm, async (form) => {
    await cancelCase(ctx, number, form)
    return seeOther(casePath(number))
  })
}

/** A case that comes to nothing, with a reason. */
export default function Cancellation() {
  return <CasePage panel={<CancelPanel reply={useActionData<typeof action>()} />} />
}

function CancelPanel({ reply }: { reply: unknown }) {
  const { t } = useWords()
  const one = useCase()
  const f = useFormOf<'reason'>('cancellation', { reply })
  const version = usePinnedVersion(one.version, f.refusal)
  return (
    <PagePanel
      bad
      page={casePath(one.number)}
      title={t('returns:decide.cancel.title')}
      lede={t('returns:decide.cancel.lede')}
      submit={t('returns:decide.cancel.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="version" value={version} />
      <TextAreaDense
        {...f.field('reason')}
        rows={2}
        label={t('returns:decide.cancel.reason')}
        right={t('returns:decide.cancel.told')}
      />
    </PagePanel>
  )
}
