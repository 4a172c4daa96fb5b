import type { RoleInFull } from '#app/domain/settings/roles-in-full.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { type Role, storeRoles } from '#db/vocabulary/roles.ts'

export const rolesPath = '/console/admin/roles'

/** Who holds which role, and what that lets them see. */
export function HeldRoles({ held, opensPeople }: { held: RoleInFull[]; opensPeople: boolean }) {
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
              <TextLink href={`${rolesPath}?role=${role}`}>{t(`words:role.${role}`)}</TextLink>
            </th>
            <td>{t(`settings:roles.${seenBy(role)}`)}</td>
            <td className="links">
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
