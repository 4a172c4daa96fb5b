import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { changeContract } from '#app/domain/orders/change-contract.server.ts'
import { changeContractForm } from '#app/domain/orders/contract-form.server.ts'
import { priceTyped } from '#app/domain/orders/contract.ts'
import { findOrder } from '#app/domain/orders/find-order.server.ts'
import { knownProducts } from '#app/domain/orders/known-product.ts'
import { lineField } from '#app/domain/orders/line-field.ts'
import { listProducts } from '#app/domain/orders/list-products.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { F } from '#app/ui/links.tsx'
import { ContractFields, type ContractFormField, useLeaveGuard } from './contract-form.tsx'
import { useMissingSentence } from './missing-words.ts'
import { Missing } from './missing.tsx'
import { modelsView } from './models-view.server.ts'
import { atOrder } from './order-context.server.ts'
import { orderPath } from './order-look.ts'
import { useOrder } from './use-order.ts'

/** While it is open, the order's own next step stands back. */
export const handle = { panel: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'order:enter')
  const { storeId, locale } = await findOrder(ctx, params.number ?? '')
  return { models: modelsView(await listProducts(ctx, [storeId])), locale }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atOrder(args, 'order:enter')
  const { storeId } = await findOrder(ctx, number)
  const schema = changeContractForm(knownProducts(await listProducts(ctx, [storeId])))
  return submitForm(await args.request.formData(), schema, async (form) =>
    seeOther(orderPath(await changeContract(ctx, number, form))),
  )
}

/** The contract as it stands, to be mended and completed. */
export default function Change() {
  const { models, locale } = useLoaderData<typeof loader>()
  const order = useOrder()
  const { t, format } = useWords()
  const busy = useNavigation().state === 'submitting'
  const reply = useActionData<typeof action>()
  const f = useFormOf<ContractFormField>('change', {
    reply,
    defaults: {
      number: order.number,
      name: order.name,
      phone: order.callable ? format.phone(order.phone) : order.phone,
      email: order.email,
      locale,
      address: order.address,
      orderedOn: order.orderedOn,
      deliveryOn: order.deliveryOn,
      clerk: order.clerk,
      requirements: order.requirements,
      ...Object.fromEntries(
        order.lines.flatMap((line, i) => [
          [lineField('model', i + 1), line.model],
          [lineField('quantity', i + 1), String(line.quantity)],
          [lineField('price', i + 1), priceTyped(line.unitPrice)],
        ]),
      ),
    },
  })
  const say = useMissingSentence()
  const owed = Object.fromEntries(
    order.missing.map((one) => {
      const { what, because } = say(one)
      return [one.field === 'product' ? lineField('model', 1) : one.field, because ?? what]
    }),
  )
  const guard = useLeaveGuard()
  const version = usePinnedVersion(order.version, f.refusal)
  return (
    <F method="post" {...f.form} {...guard}>
      <input type="hidden" name="version" value={version} />
      <Missing order={order} />
      <ContractFields f={f} reply={reply} models={models} lines={order.lines.length} owed={owed} />
      <Section label={t('orders:form.submit')}>
        <div className="actions">
          <Btn variant="go" disabled={busy}>
            {t('orders:form.submit')}
          </Btn>
          <BtnLink variant="quiet" href={orderPath(order.number)}>
            {t('tickets:form.cancel')}
          </BtnLink>
        </div>
      </Section>
    </F>
  )
}
