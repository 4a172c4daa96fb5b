import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { changeContract } from '#app/domain/orders/change-contract.server.ts'
import { ChangeContractForm } from '#app/domain/orders/contract-form.server.ts'
import { priceTyped } from '#app/domain/orders/contract.ts'
import { findOrder } from '#app/domain/orders/find-order.server.ts'
import { lineField } from '#app/domain/orders/line-field.ts'
import { listProducts } from '#app/domain/orders/list-products.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { F } from '#app/ui/links.tsx'
import { ContractFields, type ContractFormField } from './contract-form.tsx'
import { modelsView } from './models-view.server.ts'
import { atOrder } from './order-context.server.ts'
import { orderPath } from './order-look.ts'
import { useOrder } from './use-order.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'order:enter')
  const { storeId } = await findOrder(ctx, params.number ?? '')
  return { models: modelsView(ctx, await listProducts(ctx, [storeId])) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atOrder(args, 'order:enter')
  return submitForm(await args.request.formData(), ChangeContractForm, async (form) =>
    seeOther(orderPath(await changeContract(ctx, number, form))),
  )
}

/** The contract as it stands, to be mended and completed. */
export default function Change() {
  const { models } = useLoaderData<typeof loader>()
  const order = useOrder()
  const { t, format } = useWords()
  const busy = useNavigation().state === 'submitting'
  const f = useFormOf<ContractFormField>('change', {
    reply: useActionData<typeof action>(),
    defaults: {
      number: order.number,
      name: order.name,
      phone: order.callable ? format.phone(order.phone) : order.phone,
      email: order.email,
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
  const version = usePinnedVersion(order.version, f.refusal)
  return (
    <F method="post" {...f.form}>
      <input type="hidden" name="version" value={version} />
      <ContractFields f={f} models={models} lines={order.lines.length} />
      <Section label={t('orders:form.submit')}>
        <div className="actions">
          <Btn variant="go" disabled={busy}>
            {t('orders:form.submit')}
          </Btn>
          <BtnLink variant="quiet" href={orderPath(order.number)}>
            {t('orders:form.cancel')}
          </BtnLink>
        </div>
      </Section>
    </F>
  )
}
