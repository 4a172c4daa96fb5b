import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import { changeStore, readStore, storeSubject } from '#app/domain/settings/change-store.server.ts'
import { goingOn } from '#app/domain/settings/going-on.server.ts'
import { peopleOfStore } from '#app/domain/settings/roles-in-full.server.ts'
import { readId } from '#app/domain/settings/read-id.ts'
import { StoreForm } from '#app/domain/settings/store-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { may } from '#app/platform/permissions.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { CheckDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { changeViews } from '../bookings/history.server.ts'
import { History } from '../bookings/history.tsx'
import { savedPath, SettingPage } from './setting-page.tsx'
import { type StoreField, StoreFields } from './store-fields.tsx'
import { StoreGoingOn } from './store-going-on.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

const path = '/console/admin/stores'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const id = readId(params.id)
  const store = await readStore(ctx, id)
  const t = translate(ctx.locale)
  const heading = t('settings:stores.change', {
    store: ctx.locale === 'en' ? store.nameEn : store.nameZh,
  })
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    store: { ...store, closed: store.closed ? 'yes' : null },
    goingOn: {
      ...(await goingOn(ctx, id)),
      ordersHref: may(ctx.actor, 'order:read') ? `/console/orders?queue=all&store=${id}` : null,
      ticketsHref: may(ctx.actor, 'ticket:read') ? `/console/tickets?queue=open&store=${id}` : null,
    },
    people: await peopleOfStore(ctx, id),
    opensPeople: may(ctx.actor, 'people:manage'),
    seen: stampOf(store),
    changes: changeViews(await listChanges(ctx, [storeSubject(id)])),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  return submitForm(await request.formData(), StoreForm, async (form) => {
    await changeStore(ctx, readId(params.id), form)
    return seeOther(savedPath(path))
  })
}

export default function StorePage() {
  const { t } = useWords()
  const { heading, store, goingOn, people, opensPeople, seen, changes } =
    useLoaderData<typeof loader>()
  const f = useFormOf<StoreField>('store', {
    reply: useActionData<typeof action>(),
    defaults: store,
  })
  return (
    <SettingPage
      heading={heading}
      under={[{ href: path, label: t('settings:stores.title') }]}
      f={f}
      seen={seen}
      back={path}
      more={
        <>
          <StoreGoingOn {...goingOn} />
          <Section title={t('settings:stores.people')}>
            {people.length === 0 && <p className="muted">{t('settings:stores.peopleNone')}</p>}
            <ul className="mini">
              {people.map(({ id, name, roles }) => (
                <li key={id}>
                  {opensPeople ? (
                    <TextLink href={`/console/admin/people/${id}`}>{name}</TextLink>
                  ) : (
                    name
                  )}{' '}
                  <span className="muted">
                    {roles.map((role) => t(`words:role.${role}`)).join(t('admin:comma'))}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
          <History changes={changes} />
        </>
      }
    >
      <StoreFields f={f} />
      <CheckDense
        name="closed"
        value="yes"
        defaultChecked={f.chosen('closed').length > 0}
        label={t('settings:stores.closedField')}
      />
      <p className="muted xs">{t('settings:stores.closedHint')}</p>
    </SettingPage>
  )
}
