import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type RoleInFull, rolesInFull } from '#app/domain/settings/roles-in-full.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
import { type Role, roles, storeRoles } from '#db/vocabulary/roles.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { FilterBar, FilterSelect } from '#app/ui/console/filters.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { oneOf } from './filters.ts'
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
        permissions: permissionsOf(area, role).map(({ action, roles }) => ({
          action,
          may: sayAction(t, action),
          roles,
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
      <FilterBar label={t('settings:roles.show')} key={role}>
        <FilterSelect label={t('settings:roles.show')} name="role" defaultValue={role ?? ''}>
          <option value="">{t('settings:roles.all')}</option>
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`words:role.${one}`)}
            </option>
          ))}
        </FilterSelect>
        <Btn>{t('settings:roles.apply')}</Btn>
        {role && <TextLink href="/console/admin/roles">{t('settings:roles.all')}</TextLink>}
      </FilterBar>
      <div className="paper">
        <Section title={t('settings:roles.people')}>
          <p className="muted">{t('settings:roles.lede')}</p>
          <HeldRoles held={held} opensPeople={opensPeople} />
        </Section>
        <Section title={t('settings:roles.may')}>
          <p className="muted">{t('settings:roles.fixed')}</p>
          {areas.length === 0 && (
            <EmptyState title={t('settings:roles.none')}>{t('settings:roles.nothing')}</EmptyState>
          )}
        </Section>
        {areas.map(({ area, title, permissions }) => (
          <Section key={area} title={title}>
            <div className="row-lines">
              <Table
                label={t('roster:tableOf', { what: title })}
                head={[{ label: t('settings:roles.may') }, { label: t('settings:roles.who') }]}
              >
                {permissions.map(({ action, may, roles }) => (
                  <tr key={action}>
                    <th scope="row">{may}</th>
                    <td>{roles.map((one) => t(`words:role.${one}`)).join(t('admin:comma'))}</td>
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

function HeldRoles({ held, opensPeople }: { held: RoleInFull[]; opensPeople: boolean }) {
  const { t } = useWords()
  return (
    <div className="row-lines">
      <Table
        label={t('roster:tableOf', { what: t('settings:roles.people') })}
        head={[
          { label: t('settings:roles.role') },
          { label: t('settings:roles.sees') },
          { label: t('settings:roles.people') },
        ]}
      >
        {held.map(({ role, count, people }) => (
          <tr key={role}>
            <th scope="row">
              <TextLink href={`/console/admin/roles?role=${role}`}>
                {t(`words:role.${role}`)}
              </TextLink>
            </th>
            <td>{t(`settings:roles.${seenBy(role)}`)}</td>
            <td>
              {count === 0 && <span className="muted">{t('settings:roles.nobody')}</span>}
              {people.map(({ id, name }, i) => (
                <span key={id}>
                  {i > 0 && t('admin:comma')}
                  {opensPeople ? (
                    <TextLink href={`/console/admin/people/${id}`}>{name}</TextLink>
                  ) : (
                    name
                  )}
                </span>
              ))}{' '}
              {count > people.length && (
                <MoreOf role={role} count={count} opensPeople={opensPeople} />
              )}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  )
}

function MoreOf({ role, count, opensPeople }: { role: Role; count: number; opensPeople: boolean }) {
  const { t } = useWords()
  const words = t('settings:roles.more', { count })
  return opensPeople ? (
    <TextLink href={`/console/admin/people?role=${role}`}>{words}</TextLink>
  ) : (
    <span className="muted">{words}</span>
  )
}

function seenBy(role: Role): 'ownStore' | 'ownCrew' | 'allStores' {
  if ((storeRoles as readonly Role[]).includes(role)) return 'ownStore'
  return role === 'crew' ? 'ownCrew' : 'allStores'
}
