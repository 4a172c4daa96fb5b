import type { TFunction } from 'i18next'
import type { Translation } from './catalogue.ts'
import type { catalogue } from './zh-CN/index.ts'
import type refusals from './zh-CN/refusals.ts'
import type { callersCatalogue } from './zh-CN/callers.ts'
import type { callingCatalogue } from './zh-CN/calling.ts'
import type { casesCatalogue } from './zh-CN/cases.ts'
import type { complainingCatalogue } from './zh-CN/complaining.ts'
import type { decidingCatalogue } from './zh-CN/deciding.ts'
import type { officeCatalogue } from './zh-CN/office.ts'
import type { phoneCatalogue } from './zh-CN/phone.ts'
import type { planningCatalogue } from './zh-CN/planning.ts'
import type { staffCatalogue } from './zh-CN/staff.ts'

export type Catalogue = Translation<typeof catalogue>
export type PhoneCatalogue = Translation<typeof phoneCatalogue>
export type CasesCatalogue = Translation<typeof casesCatalogue>
export type ComplainingCatalogue = Translation<typeof complainingCatalogue>
export type DecidingCatalogue = Translation<typeof decidingCatalogue>
export type CallersCatalogue = Translation<typeof callersCatalogue>
export type CallingCatalogue = Translation<typeof callingCatalogue>
export type OfficeCatalogue = Translation<typeof officeCatalogue>
export type PlanningCatalogue = Translation<typeof planningCatalogue>
export type StaffCatalogue = Translation<typeof staffCatalogue>

/** What a DomainError may be called. */
export type RefusalKey = keyof typeof refusals

type Namespace = keyof typeof catalogue

/** Says any word of any namespace: `t('tickets:queue.title')`; without a prefix, a common one. */
export type Translate = TFunction<['common', ...Exclude<Namespace, 'common'>[]]>
