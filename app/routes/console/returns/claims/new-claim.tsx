import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MakeClaimForm } from '#app/domain/claims/claim-form.ts'
import { makeClaim } from '#app/domain/claims/make-claim.server.ts'
import { claimsOfCase } from '#app/domain/claims/read-claim.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Crumb, EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { PagePanel } from '../../page-panel.tsx'
import { atCase } from '../case-context.server.ts'
import { casePath, returnsPath } from '../case-look.ts'
import { claimPath } from './claim-look.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, number } = await atCase(args, 'claim:manage')
  const { case: one, offer } = await claimsOfCase(ctx, number)
  const t = translate(ctx.locale)
  return {
    title: `${t('returns:claims.new.title', { number })} – ${t('brand')}`,
    number: one.number,
    product: one.product,
    offer,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atCase(args, 'claim:manage')
  return submitForm(await args.request.formData(), MakeClaimForm, async (form) =>
    seeOther(claimPath(await makeClaim(ctx, number, form))),
  )
}

/** RX-5: claims the factory's share from the supplier. */
export default function NewClaim() {
  const { t, format } = useWords()
  const { number, product, offer } = useLoaderData<typeof loader>()
  const f = useFormOf<'supplier' | 'amount' | 'note'>('claim', {
    reply: useActionData<typeof action>(),
    defaults: { supplier: offer?.supplier },
  })
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('visits:visit.crumb')}
            items={[
              { href: returnsPath, label: t('returns:title') },
              { href: casePath(number), label: number },
            ]}
          />
        }
        title={t('returns:claims.new.title', { number })}
        sub={product}
      />
      <div className="paper">
        {offer === null ? (
          <EmptyState title={t('returns:claims.new.none')} />
        ) : (
          <PagePanel
            page={casePath(number)}
            title={t('returns:claims.new.open')}
            lede={t('returns:claims.new.lede', {
              percent: offer.percent,
              amount: format.money(offer.amount, offer.currency),
            })}
            submit={t('returns:claims.new.submit')}
            formError={f.formError}
            {...f.form}
          >
            <InputDense
              {...f.field('supplier')}
              label={t('returns:claims.new.supplier')}
              hint={t('returns:claims.new.supplierHint')}
              maxLength={120}
              required
            />
            <InputDense
              {...f.field('amount')}
              label={t('returns:claims.new.amount')}
              hint={t('returns:claims.new.amountHint')}
              inputMode="decimal"
              maxLength={14}
              autoComplete="off"
            />
            <TextAreaDense
              {...f.field('note')}
              rows={2}
              maxLength={2000}
              label={t('returns:claims.new.note')}
            />
          </PagePanel>
        )}
      </div>
    </>
  )
}
