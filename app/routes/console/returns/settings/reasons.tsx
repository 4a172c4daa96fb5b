import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  changeReturnReasons,
  readReturnReasons,
  returnReasonsSubject,
} from '#app/domain/settings/change-returns.server.ts'
import { ReturnReasonsForm } from '#app/domain/settings/return-reasons-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { SelectDense } from '#app/ui/console/fields.tsx'
import { parties, remedies, type ReturnReason, returnReasons } from '#db/vocabulary/returns.ts'
import { returnChanges } from './history.server.ts'
import { ReturnHistory } from './history.tsx'
import { savedPath, SettingPage } from '../../admin/setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

type Field = `${'remedy' | 'party'}_${ReturnReason}`

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const reasons = await readReturnReasons(ctx)
  const t = translate(ctx.locale)
  return {
    title: `${t('returnSettings:reasons.title')} – ${t('brand')}`,
    reasons: Object.fromEntries(
      returnReasons.flatMap((reason) => [
        [`remedy_${reason}`, reasons[reason].remedy],
        [`party_${reason}`, reasons[reason].party],
      ]),
    ) as Record<Field, string>,
    seen: stampOf(reasons),
    changes: await returnChanges(ctx, returnReasonsSubject),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  return submitForm(await request.formData(), ReturnReasonsForm, async (form) => {
    await changeReturnReasons(ctx, form)
    return seeOther(savedPath('/console/returns/settings'))
  })
}

/** RX-1: what each reason usually leads to, and who usually answers for it. */
export default function ReturnReasons() {
  const { t } = useWords()
  const { reasons, seen, changes } = useLoaderData<typeof loader>()
  const f = useFormOf<Field>('return-reasons', {
    reply: useActionData<typeof action>(),
    defaults: reasons,
  })
  return (
    <SettingPage
      heading={t('returnSettings:reasons.title')}
      f={f}
      seen={seen}
      more={<ReturnHistory changes={changes} />}
    >
      <p className="muted">{t('returnSettings:reasons.lede')}</p>
      {returnReasons.map((reason) => (
        <fieldset className="form form-part" key={reason}>
          <legend>{t(`returns:reason.${reason}`)}</legend>
          <div className="form form-2">
            <SelectDense
              {...f.field(`remedy_${reason}`)}
              label={t('returnSettings:reasons.remedy')}
            >
              {remedies.map((remedy) => (
                <option key={remedy} value={remedy}>
                  {t(`returns:remedy.${remedy}`)}
                </option>
              ))}
            </SelectDense>
            <SelectDense {...f.field(`party_${reason}`)} label={t('returnSettings:reasons.party')}>
              {parties.map((party) => (
                <option key={party} value={party}>
                  {t(`returns:party.${party}`)}
                </option>
              ))}
            </SelectDense>
          </div>
        </fieldset>
      ))}
      <p className="muted xs">{t('returnSettings:reasons.note')}</p>
    </SettingPage>
  )
}
