import { useWords } from '#app/i18n/use-words.ts'
import { roles } from '#db/vocabulary/roles.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { Options } from '#app/ui/console/choices.tsx'
import { InputDense, SelectDense } from '#app/ui/console/fields.tsx'

export interface Choices {
  stores: { id: number; name: string }[]
  crews: { id: number; name: string }[]
}

export type PersonField = 'name' | 'roles' | 'storeId' | 'crewId'

/** What an administrator says about a colleague: who they are and where they belong. */
export function PersonFields({
  f,
  choices,
  held = f.chosen('roles'),
}: {
  f: Pick<ReturnType<typeof useFormOf<PersonField>>, 'field' | 'chosen'>
  choices: Choices
  held?: readonly string[]
}) {
  const { t } = useWords()
  const given = f.field('roles')
  return (
    <>
      <InputDense
        {...f.field('name')}
        label={t('admin:invite.name')}
        autoComplete="off"
        maxLength={80}
        required
      />
      <div className="opts-two">
        <Options
          id={given.id}
          name="roles"
          type="checkbox"
          legend={
            <>
              {t('admin:invite.roles')} <span className="r">{t('admin:invite.rolesHint')}</span>
            </>
          }
          error={given.error}
          items={roles.map((role) => ({
            value: role,
            label: t(`words:role.${role}`),
            defaultChecked: held.includes(role),
          }))}
        />
      </div>
      <SelectDense
        {...f.field('storeId')}
        label={t('admin:invite.store')}
        hint={t('admin:invite.storeHint')}
      >
        <option value="">{t('admin:invite.noStore')}</option>
        {choices.stores.map((store) => (
          <option key={store.id} value={store.id}>
            {store.name}
          </option>
        ))}
      </SelectDense>
      <SelectDense
        {...f.field('crewId')}
        label={t('admin:invite.crew')}
        hint={t('admin:invite.crewHint')}
      >
        <option value="">{t('admin:invite.noCrew')}</option>
        {choices.crews.map((crew) => (
          <option key={crew.id} value={crew.id}>
            {crew.name}
          </option>
        ))}
      </SelectDense>
    </>
  )
}
