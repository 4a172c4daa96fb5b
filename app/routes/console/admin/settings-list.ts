import type { Recorded } from '#app/domain/settings/last-changes.server.ts'
import { scriptSubject } from '#app/domain/follow-ups/script-subject.ts'
import type { Action } from '#app/platform/permissions.ts'
import { callScripts } from '#db/vocabulary/follow-ups.ts'

interface Setting extends Recorded {
  key: string
  href: string
  /** Who may open it. */
  needs: Action
}

const setup = '/console/bookings/setup'

/** Every setting of the product: where it is changed, and what the audit log calls its changes. */
export const settingGroups = [
  {
    key: 'company',
    settings: [
      {
        key: 'company',
        href: '/console/admin/company',
        needs: 'settings:manage',
        subjects: ['setting:company'],
      },
      {
        key: 'stores',
        href: '/console/admin/stores',
        needs: 'settings:manage',
        actions: ['store_changed'],
      },
      {
        key: 'hours',
        href: '/console/admin/hours',
        needs: 'settings:manage',
        subjects: ['setting:hours'],
      },
      {
        key: 'targets',
        href: '/console/admin/targets',
        needs: 'settings:manage',
        subjects: ['setting:targets'],
      },
      {
        key: 'contact',
        href: '/console/admin/contact',
        needs: 'settings:manage',
        subjects: ['setting:contact'],
      },
      {
        key: 'roster',
        href: '/console/hotline/roster',
        needs: 'duty:manage',
        actions: ['duty_changed'],
      },
    ],
  },
  {
    key: 'intake',
    settings: [
      {
        key: 'categories',
        href: '/console/admin/categories',
        needs: 'settings:manage',
        actions: ['category_changed'],
      },
      {
        key: 'bookable',
        href: `${setup}/categories`,
        needs: 'booking:settings',
        subjects: ['setting:bookable-categories'],
      },
      {
        key: 'phrases',
        href: '/console/phrases',
        needs: 'phrase:manage',
        actions: ['phrase_changed'],
      },
    ],
  },
  {
    key: 'visits',
    settings: [
      {
        key: 'services',
        href: `${setup}#services`,
        needs: 'supply:manage',
        actions: ['service_changed'],
      },
      { key: 'areas', href: `${setup}#areas`, needs: 'supply:manage', actions: ['area_changed'] },
      { key: 'crews', href: `${setup}#crews`, needs: 'supply:manage', actions: ['crew_changed'] },
      {
        key: 'holidays',
        href: `${setup}#holidays`,
        needs: 'supply:manage',
        actions: ['holiday_added', 'holiday_removed'],
      },
      {
        key: 'rules',
        href: `${setup}/rules`,
        needs: 'supply:manage',
        subjects: ['setting:bookings'],
      },
      {
        key: 'travel',
        href: `${setup}/travel`,
        needs: 'supply:manage',
        subjects: ['setting:travel'],
      },
      {
        key: 'checklists',
        href: '/console/admin/checklists',
        needs: 'settings:manage',
        actions: ['checklist_changed'],
      },
      {
        key: 'scripts',
        href: '/console/admin/scripts',
        needs: 'settings:manage',
        subjects: callScripts.map((key) => scriptSubject(key)),
      },
    ],
  },
  {
    key: 'returns',
    settings: [
      {
        key: 'returns',
        href: '/console/returns/settings',
        needs: 'settings:manage',
        subjects: ['setting:returns'],
      },
      {
        key: 'returnCosts',
        href: '/console/returns/settings/costs',
        needs: 'settings:manage',
        subjects: ['setting:return-costs'],
      },
      {
        key: 'terms',
        href: '/console/returns/terms',
        needs: 'settings:manage',
        subjects: ['setting:return-terms'],
      },
    ],
  },
  {
    key: 'people',
    settings: [
      {
        key: 'people',
        href: '/console/admin/people',
        needs: 'people:manage',
        actions: ['invited', 'person_changed', 'person_disabled', 'person_enabled'],
      },
      { key: 'roles', href: '/console/admin/roles', needs: 'settings:manage' },
    ],
  },
  {
    key: 'records',
    settings: [
      { key: 'audit', href: '/console/admin/audit', needs: 'audit:read' },
      { key: 'messages', href: '/console/admin/messages', needs: 'message-log:read' },
    ],
  },
] as const satisfies { key: string; settings: readonly Setting[] }[]

export type SettingKey = (typeof settingGroups)[number]['settings'][number]['key']

const all: readonly (Setting & { key: SettingKey })[] = settingGroups.flatMap<
  Setting & { key: SettingKey }
>(({ settings }) => [...settings])

/** The log and the table of roles are read, not changed. */
export const isRecorded = (key: SettingKey): boolean =>
  all.some((one) => one.key === key && (one.actions ?? one.subjects) !== undefined)

export const recordedSettings = Object.fromEntries(
  all
    .filter(({ key }) => isRecorded(key))
    .map(({ key, actions, subjects }) => [key, { actions, subjects }]),
) as Partial<Record<SettingKey, Recorded>>
