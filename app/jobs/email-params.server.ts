import type { EmailTemplate } from '#db/vocabulary/messages.ts'
import type { Skill } from '#db/vocabulary/visits.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { EmailParams } from '#emails/index.ts'
import {
  linkPlaceholder,
  type FactsOf,
  type Message,
  type MessageFacts,
} from '#app/domain/messages/index.server.ts'
import { firstCall } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { formatter } from '#app/i18n/format.ts'
import { weekWords } from '#app/platform/week-words.ts'
import { publicUrl } from '#app/platform/listener.server.ts'
import type { Settings } from '#app/platform/settings.server.ts'
import { companyZone, instantAt } from '#app/platform/time.server.ts'

interface Writing {
  locale: Locale
  settings: Settings
  holidays: ReadonlySet<string>
  writtenAt: Date
  /** An answer to the mail reaches us. */
  answers: boolean
}

/** What the mail's template is told, in its reader's language, from the facts kept when it was caused. */
export function emailParams(
  message: Message,
  settings: Settings,
  holidays: ReadonlySet<string> = new Set(),
): EmailParams[EmailTemplate] {
  const writing = {
    locale: message.locale,
    settings,
    holidays,
    writtenAt: message.createdAt,
    answers: typeof message.params.replyLinkId === 'string',
  }
  return write(
    message.template,
    message.params as unknown as FactsOf<typeof message.template>,
    writing,
  )
}

type Writers = {
  [T in EmailTemplate]: (
    facts: MessageFacts[T],
    writing: Writing,
  ) => Omit<EmailParams[T], 'company'>
}

const writers: Writers = {
  'ticket-received': ({ linkId, description = '', address = '', ...facts }, writing) => ({
    ...facts,
    description,
    address,
    trackUrl: trackUrl(linkId),
    nextStep: nextStep(writing),
  }),
  'message-to-customer': ({ linkId, files = [], ...facts }) => ({
    ...facts,
    trackUrl: trackUrl(linkId),
    files: files.map(({ id, name }) => `${name}\n${trackUrl(linkId)}/files/${id}`).join('\n'),
  }),
  'visit-confirmed': (facts, writing) => ({
    ...appointment(facts, writing),
    crew: crewName(facts, writing),
    work: facts.work,
    until: untilOf(facts, writing),
  }),
  'visit-moved': (facts, writing) => {
    const format = formatOf(writing)
    return {
      ...appointment(facts, writing),
      ...together(facts, writing),
      until: untilOf(facts, writing),
      oldDay: format.day(facts.oldStart),
      oldWindow: format.span(facts.oldStart, facts.oldEnd),
      crew: crewName(facts, writing),
      reason: facts.byCustomer ? '' : facts.reason,
    }
  },
  'visit-cancelled': (facts, writing) => ({
    ...appointment(facts, writing),
    ...together(facts, writing),
    reason: facts.byCustomer ? '' : facts.reason,
  }),
  'visit-booked': (facts, writing) => ({
    ...appointment(facts, writing),
    ...changeable(facts, writing),
    second: facts.second ? bookedWith(facts.second, writing) : '',
    work: facts.work ?? '',
  }),
  'visit-reminder': (facts, writing) => ({
    ...appointment(facts, writing),
    ...changeable(facts, writing),
    work: facts.work,
  }),
  'visit-parts-short': (facts, writing) => ({
    ...appointment(facts, writing),
    service: serviceOf(facts, writing),
    missing: facts.note,
    until: untilOf(facts, writing),
    expected: facts.expectedOn ? formatOf(writing).day(instantAt(facts.expectedOn, '12:00')) : '',
  }),
  'crew-on-the-way': (facts, writing) => ({
    ...appointment(facts, writing),
    service: serviceOf(facts, writing),
    about: formatOf(writing).time(facts.expectedAt),
    crew: [crewName(facts, writing), facts.members.join(writing.locale === 'en' ? ', ' : '、')]
      .filter(Boolean)
      .join('\n'),
    vehicle: facts.vehicle ?? '',
  }),
  'visit-late': (facts, writing) => ({
    ...appointment(facts, writing),
    service: serviceOf(facts, writing),
    about: formatOf(writing).time(facts.expectedAt),
    reason: [
      facts.reason === 'other' ? '' : translate(writing.locale)(`words:lateReason.${facts.reason}`),
      facts.note,
    ]
      .filter(Boolean)
      .join('\n'),
  }),
  'customer-no-show': (facts, writing) => ({
    ...appointment(facts, writing),
    service: serviceOf(facts, writing),
    arrived: formatOf(writing).time(facts.arrivedAt),
    late: facts.late,
    calls: facts.calls > 0 ? String(facts.calls) : '',
  }),
  'crew-no-show': (facts, writing) => ({
    ...appointment(facts, writing),
    service: serviceOf(facts, writing),
    reason: facts.reason,
  }),
  'visit-finished': ({ linkId, rateLinkId, rateUntil, ...facts }, writing) => ({
    ...facts,
    trackUrl: trackUrl(linkId),
    rateUrl: `${publicUrl()}/rate/${linkPlaceholder(rateLinkId)}`,
    rateUntil: formatOf(writing).day(rateUntil),
  }),
  'ticket-resolved': ({ linkId, ...facts }) => ({ ...facts, trackUrl: trackUrl(linkId) }),
  'order-ready': ({ lines, customer, agreeBy, customerAsked = false, ...facts }, writing) => ({
    ...facts,
    customer: customer ?? '',
    customerAsked,
    goods: lines
      .map(({ zh, en, quantity }) => `${writing.locale === 'en' ? en : zh} × ${quantity}`)
      .join('\n'),
    agreeBy: formatOf(writing).moment(agreeBy),
    url: customer === null ? bookUrl(facts.number) : orderUrl(facts.number),
  }),
  'order-not-ready': ({ customer, ...facts }) => ({
    ...facts,
    customer: customer ?? '',
    url: customer === null ? bookUrl(facts.number) : orderUrl(facts.number),
  }),
  'order-returned': (facts) => ({ ...facts, url: orderUrl(facts.number) }),
  'visit-escalated': ({ visitId, crewZh, crewEn, ...facts }, writing) => ({
    ...facts,
    crew: crewName({ crewZh, crewEn }, writing),
    url: `${publicUrl()}/console/visits/${visitId}`,
  }),
  'custody-receipt': (facts, writing) => {
    const { linkId, purpose, crewZh, crewEn, takenBy, takenAt, backOn, ...rest } = facts
    const format = formatOf(writing)
    const crew = crewName({ crewZh, crewEn }, writing)
    return {
      ...rest,
      forGood: purpose === 'exchange',
      backOn: backOn ? format.day(instantAt(backOn, '12:00')) : '',
      takenAt: format.moment(takenAt),
      takenBy: translate(writing.locale)('custody:person', { name: takenBy, crew }),
      trackUrl: trackUrl(linkId),
      receiptUrl: `${trackUrl(linkId)}/receipts/${facts.receipt}`,
    }
  },
  'tickets-overdue': ({ name, count, list }, writing) => ({
    name,
    count: String(count),
    list: list.map((one) => overdueLine(one, writing)).join('\n'),
    more: count > list.length ? String(count - list.length) : '',
    url: `${publicUrl()}/console/tickets?queue=overdue`,
  }),
  'ticket-urgent': (facts) => ({
    ...facts,
    url: `${publicUrl()}/console/tickets/${facts.number}`,
  }),
  'visit-signed': ({ visitId, skill, outcome, signedAt, crewZh, crewEn, ...facts }, writing) => ({
    ...facts,
    crew: crewName({ crewZh, crewEn }, writing),
    service: translate(writing.locale)(`book:service.${skill}`),
    outcome: translate(writing.locale)(`words:outcome.${outcome}`),
    signedAt: formatOf(writing).moment(signedAt),
    url: `${publicUrl()}/console/visits/${visitId}/record`,
  }),
  'return-decided': ({ linkId, ...facts }) => ({ ...facts, trackUrl: trackUrl(linkId) }),
  'return-to-approve': ({ caseNumber, remedy, amount, currency, ...facts }, writing) => ({
    ...facts,
    number: caseNumber,
    remedy: translate(writing.locale)(`returns:remedy.${remedy}`),
    total: formatOf(writing).money(amount, currency),
    url: `${publicUrl()}/console/returns/${caseNumber}`,
  }),
  'return-appealed': ({ caseNumber, ...facts }) => ({
    ...facts,
    number: caseNumber,
    url: `${publicUrl()}/console/returns/${caseNumber}`,
  }),
  'complaint-opened': ({ again = false, ...facts }) => ({
    ...facts,
    again,
    url: `${publicUrl()}/console/complaints/${facts.number}`,
  }),
  'fault-raised': ({ kind, answerBy, faultId, ...facts }, writing) => ({
    ...facts,
    fault: translate(writing.locale)(`complaints:fault.${kind}`),
    answerBy: formatOf(writing).moment(answerBy),
    url: `${publicUrl()}/console/account/record/faults/${faultId}`,
  }),
  'fault-decided': ({ kind, faultId, ...facts }, writing) => ({
    ...facts,
    fault: translate(writing.locale)(`complaints:fault.${kind}`),
    url: `${publicUrl()}/console/account/record/faults/${faultId}`,
  }),
  'staff-invitation': ({ invitationId, expires, ...facts }, writing) => ({
    ...facts,
    url: `${publicUrl()}/invitations/${linkPlaceholder(invitationId)}`,
    expires: formatOf(writing).moment(expires),
  }),
}

function write<T extends EmailTemplate>(template: T, facts: MessageFacts[T], writing: Writing) {
  const { company, serviceHours } = writing.settings
  const writer: Writers[T] = writers[template]
  return {
    ...writer(facts, writing),
    company: {
      name: writing.locale === 'en' ? company.nameEn : company.nameZh,
      hotline: company.hotline,
      hours: weekWords(translate(writing.locale), serviceHours),
      ...(writing.answers ? { answers: true } : {}),
    },
  } as unknown as EmailParams[T]
}

const trackUrl = (linkId: string) => `${publicUrl()}/track/${linkPlaceholder(linkId)}`

const bookUrl = (number: string) => `${publicUrl()}/book?order=${encodeURIComponent(number)}`

const orderUrl = (number: string) => `${publicUrl()}/console/orders/${encodeURIComponent(number)}`

const formatOf = ({ locale, writtenAt }: Writing) => formatter(locale, companyZone(), writtenAt)

const crewName = (facts: { crewZh: string; crewEn: string }, { locale }: Writing) =>
  locale === 'en' ? facts.crewEn : facts.crewZh

const serviceOf = ({ service }: { service: Skill }, { locale }: Writing) =>
  translate(locale)(`book:service.${service}`)

function appointment(
  facts: { name: string; number: string; start: string; end: string; linkId: string },
  writing: Writing,
) {
  const format = formatOf(writing)
  return {
    name: facts.name,
    number: facts.number,
    day: format.day(facts.start),
    window: format.span(facts.start, facts.end),
    trackUrl: trackUrl(facts.linkId),
  }
}

function changeable(
  { service, address, changeUntil }: { service: Skill; address: string; changeUntil: string },
  writing: Writing,
) {
  return {
    service: translate(writing.locale)(`book:service.${service}`),
    address,
    until: untilOf({ changeUntil }, writing),
  }
}

function untilOf({ changeUntil }: { changeUntil?: string }, writing: Writing): string {
  const open = changeUntil !== undefined && new Date(changeUntil) > writing.writtenAt
  return open ? formatOf(writing).moment(changeUntil) : ''
}

function together(facts: MessageFacts['visit-moved' | 'visit-cancelled'], writing: Writing) {
  const { service, byCustomer = false, along, standing = [] } = facts
  return {
    service: translate(writing.locale)(`book:service.${service}`),
    byCustomer,
    along: along ? bookedWith(along, writing) : '',
    standing: standing.map((visit) => bookedWith(visit, writing)).join('\n'),
  }
}

function overdueLine(
  { number, customer, product, clock, dueAt }: MessageFacts['tickets-overdue']['list'][number],
  writing: Writing,
) {
  const kind = translate(writing.locale)(`clocks:kind.${clock}`)
  return [number, kind, formatOf(writing).moment(dueAt), customer, product].join(' · ')
}

function bookedWith(second: { service: Skill; start: string; end: string }, writing: Writing) {
  const format = formatOf(writing)
  const service = translate(writing.locale)(`book:service.${second.service}`)
  return `${service}\n${format.day(second.start)} ${format.span(second.start, second.end)}`
}

/** IN-2: the call comes within minutes in service hours, or when they begin again. */
function nextStep(writing: Writing): string {
  const t = translate(writing.locale)
  const call = firstCall(writing.writtenAt, writing.settings, writing.holidays)
  return 'minutes' in call
    ? t('common:firstCall', call)
    : t('common:firstCallLater', { from: formatOf(writing).moment(call.from) })
}
