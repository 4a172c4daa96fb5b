import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listAreas } from '#app/domain/crews/index.server.ts'
import { correctArea, CorrectAreaForm } from '#app/domain/tickets/correct-area.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { InputDense, SelectDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath, useTicket } from './use-ticket.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await atTicket(args, 'visit:propose')
  const areas = await listAreas(ctx)
  return areas.map(({ id, nameZh, nameEn }) => ({
    id,
    name: ctx.locale === 'en' ? nameEn : nameZh,
  }))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'visit:propose')
  return submitForm(await args.request.formData(), CorrectAreaForm, async (form) => {
    await correctArea(ctx, number, form)
    return seeOther(ticketPath(number))
  })
}

/** Where the home lies, when the address was misread, and its place on the map. */
export default function Area() {
  const areas = useLoaderData<typeof loader>()
  const ticket = useTicket()
  const { t } = useWords()
  const f = useFormOf<'area' | 'point'>('area', {
    reply: useActionData<typeof action>(),
    defaults: { area: ticket.areaId ?? '', point: ticket.point },
  })
  const version = usePinnedVersion(ticket.version, f.refusal)
  return (
    <ChildPanel
      title={t('tickets:area.title')}
      lede={t('tickets:area.lede', { address: ticket.address })}
      submit={t('tickets:area.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="version" value={version} />
      <SelectDense {...f.field('area')} label={t('tickets:area.area')}>
        <option value="">{t('tickets:area.choose')}</option>
        {areas.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectDense>
      <InputDense
        {...f.field('point')}
        label={t('tickets:area.point')}
        hint={t('tickets:area.pointHint')}
        autoComplete="off"
        maxLength={80}
      />
    </ChildPanel>
  )
}
