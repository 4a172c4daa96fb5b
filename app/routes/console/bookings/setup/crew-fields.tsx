import { skills } from '#db/vocabulary/visits.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { Options } from '#app/ui/console/choices.tsx'
import { CheckDense, InputDense, SelectDense } from '#app/ui/console/fields.tsx'

export type CrewField =
  | 'nameZh'
  | 'nameEn'
  | 'skills'
  | 'homeAreaId'
  | 'areaIds'
  | 'vehicle'
  | 'leaderId'
  | 'membersNeeded'
  | 'active'

/** What a crew can, where it goes and with how many. */
export function CrewFields({
  f,
  areas,
  members = [],
}: {
  f: Pick<ReturnType<typeof useFormOf<CrewField>>, 'field' | 'chosen'>
  areas: { id: number; zh: string; en: string }[]
  /** Who may lead it; a new crew has nobody yet. */
  members?: { id: string; name: string }[]
}) {
  const { t, locale } = useWords()
  const nameOf = (area: { zh: string; en: string }) => (locale === 'en' ? area.en : area.zh)
  const skill = f.field('skills')
  const served = f.field('areaIds')
  return (
    <>
      <InputDense {...f.field('nameZh')} label={t('roster:edit.nameZh')} maxLength={40} required />
      <InputDense {...f.field('nameEn')} label={t('roster:edit.nameEn')} maxLength={40} required />
      <Options
        id={skill.id}
        name="skills"
        type="checkbox"
        legend={t('roster:edit.skills')}
        error={skill.error}
        items={skills.map((one) => ({
          value: one,
          label: t(`words:skill.${one}`),
          defaultChecked: f.chosen('skills').includes(one),
        }))}
      />
      <SelectDense {...f.field('homeAreaId')} label={t('roster:edit.home')} required>
        <option value="">{t('roster:edit.homePick')}</option>
        {areas.map((area) => (
          <option key={area.id} value={area.id}>
            {nameOf(area)}
          </option>
        ))}
      </SelectDense>
      <Options
        id={served.id}
        name="areaIds"
        type="checkbox"
        legend={
          <>
            {t('roster:edit.areas')} <span className="r">{t('roster:edit.areasHint')}</span>
          </>
        }
        error={served.error}
        items={areas.map((area) => ({
          value: String(area.id),
          label: nameOf(area),
          defaultChecked: f.chosen('areaIds').includes(String(area.id)),
        }))}
      />
      <InputDense {...f.field('vehicle')} label={t('roster:edit.vehicle')} maxLength={20} />
      {members.length > 0 && (
        <SelectDense
          {...f.field('leaderId')}
          label={t('roster:edit.leader')}
          hint={t('roster:edit.leaderHint')}
        >
          <option value="">{t('roster:edit.leaderNone')}</option>
          {members.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </SelectDense>
      )}
      <InputDense
        {...f.field('membersNeeded')}
        type="number"
        min={1}
        max={20}
        label={t('roster:edit.members')}
        hint={t('roster:edit.membersHint')}
        required
      />
      <CheckDense
        name="active"
        value="yes"
        defaultChecked={f.chosen('active').length > 0}
        label={
          <>
            {t('roster:edit.active')}{' '}
            <span className="muted xs">{t('roster:edit.activeHint')}</span>
          </>
        }
      />
    </>
  )
}
