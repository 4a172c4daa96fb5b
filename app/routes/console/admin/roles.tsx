import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { rolesInFull } from '#app/domain/settings/roles-in-full.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
import { roles } from '#db/vocabulary/roles.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { oneOf } from '../lists/list-address.ts'
import { ListChoice, ListFilters } from '../lists/list-filters.tsx'
import { HeldRoles, rolesPath } from './held-roles.tsx'
import {
  type PermissionArea,
  permissionAreas,
  permissionsOf,
  sayAction,
} from './permission-words.server.ts'
import { SettingsCrumb } from './setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const t = translate(ctx.locale)
  const role = oneOf(roles, new URL(request.url).searchParams.get('role'))
  const held = await rolesInFull(ctx)
  return {
    title: `${t('settings:roles.title')} – ${t('brand')}`,
    role,
    held: role ? held.filter((one) => one.role === role) : held,
    areas: (Object.keys(permissionAreas) as PermissionArea[])
      .map((area) => ({
        area,
        title: t(`overviews:area.${area}`),
        permissions: permissionsOf(area, null).map(({ action, roles }) => ({
          action,
          may: sayAction(t, action),
          roles,
          allowed: role !== null && roles.includes(role),
        })),
      }))
      .filter(({ permissions }) => permissions.length > 0),
    opensPeople: may(ctx.actor, 'people:manage'),
  }
}

/** Who may do what, from the one table that decides it, and who holds which role. */
export default function Roles() {
  const { t } = useWords()
  const { role, held, areas, opensPeople } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead crumb={<SettingsCrumb />} title={t('settings:roles.title')} />
      <ListFilters label={t('settings:roles.show')} path={rolesPath} search={{ role }}>
        <ListChoice
          label={t('settings:roles.show')}
          name="role"
          chosen={role}
          options={roles.map((one) => ({ value: one, label: t(`words:role.${one}`) }))}
        />
      </ListFilters>
      <div className="paper">
        <Section title={t('settings:roles.people')}>
          <p className="muted">{t('settings:roles.lede')}</p>
          <HeldRoles held={held} opensPeople={opensPeople} />
        </Section>
        <Section title={t('settings:roles.may')}>
          <p className="muted">{t('settings:roles.fixed')}</p>
        </Section>
        {areas.map(({ area, title, permissions }) => (
          <Section key={area} title={title}>
            <div className="row-lines">
              <Table
                label={t('roster:tableOf', { what: title })}
                head={[
                  { label: t('settings:roles.may') },
                  {
                    label: role ? t(`words:role.${role}`) : t('settings:roles.who'),
                    main: true,
                  },
                ]}
              >
                {permissions.map(({ action, may, roles, allowed }) => (
                  <tr key={action}>
                    <th scope="row">{may}</th>
                    <td>
                      {role ? (
                        <Status tone={allowed ? 'done' : 'idle'} icon={allowed ? 's-ok' : 'x'}>
                          {t(allowed ? 'settings:roles.can' : 'settings:roles.cannot')}
                        </Status>
                      ) : (
                        roles.map((one) => t(`words:role.${one}`)).join(t('admin:comma'))
                      )}
                    </td>
                  </tr>
                ))}
              </Table>
            </div>
          </Section>
        ))}
      </div>
    </>
  )
}
