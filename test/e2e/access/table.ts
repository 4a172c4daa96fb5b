import type { Action } from '#app/platform/permissions.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import type { Samples } from './samples.ts'

/** Whose the row in a staff URL is; colleagues beyond it get the answer of a missing row. */
export type Row =
  | 'ticket'
  | 'visit'
  | 'crew-visit'
  | 'attachment'
  | 'record'
  | 'order'
  | 'receipt'
  | 'customer'
  | 'case'

export type Access =
  /** Anybody: a page of our own. */
  | { for: 'everyone'; status?: number }
  /** Whoever holds the private link; without it the page is missing. `to` is where reading it leads instead. */
  | { for: 'link'; to?: RegExp }
  /** Anybody who is signed in. */
  | { for: 'colleagues'; status?: number }
  /**
   * The roles that may do `read` (opening it) and `write` (posting to it). What isn't a page answers somebody signed
   * out itself, with `signedOut`.
   */
  | {
      for: 'roles'
      read: Action
      write?: Action
      row?: Row
      also?: readonly Role[]
      denied?: 404 | 409
      /** Whoever may do this instead is led elsewhere on reading it. */
      elsewhere?: Action
      signedOut?: 401
    }

interface Entry {
  access: Access
  /** A URL of this route whose row is there; with `other`, one of another store, crew or customer. */
  url: (samples: Samples) => string
  other?: (samples: Samples) => string
}

const everyone = (url: string, status?: number): Entry => ({
  access: { for: 'everyone', ...(status ? { status } : {}) },
  url: () => url,
})
const link = (url: Entry['url'], other: Entry['url']): Entry => ({
  access: { for: 'link' },
  url,
  other,
})
const colleagues = (url: string): Entry => ({ access: { for: 'colleagues' }, url: () => url })
const roles = (url: string | Entry['url'], read: Action, write?: Action): Entry => ({
  access: { for: 'roles', read, ...(write ? { write } : {}) },
  url: typeof url === 'string' ? () => url : url,
})
/** A form of the administration. */
const setting = (path: string | ((samples: Samples) => string)): Entry =>
  roles(
    (samples) => `/console/admin${typeof path === 'string' ? path : path(samples)}`,
    'settings:manage',
    'settings:manage',
  )
const row = (
  row: Row,
  path: (one: Samples['ours']) => string,
  read: Action,
  write?: Action,
): Entry => ({
  access: { for: 'roles', read, row, ...(write ? { write } : {}) },
  url: ({ ours }) => path(ours),
  other: ({ theirs }) => path(theirs),
})

const ticket = (child: string, write?: Action) =>
  row('ticket', ({ ticket }) => `/console/tickets/${ticket}${child}`, write ?? 'ticket:read', write)
const visit = (child: string, write?: Action) =>
  row('visit', ({ visit }) => `/console/visits/${visit}${child}`, write ?? 'visit:read', write)
const onBoard = (child: string, write?: Action) =>
  row(
    'visit',
    ({ visit }) => `/console/dispatch/visits/${visit}${child}`,
    write ?? 'visit:read',
    write,
  )
/** A crew's visit; colleagues who may read of it are led to the console's page. */
const crewVisit = (child: string, write?: Action): Entry => {
  const entry = row('crew-visit', ({ visit }) => `/crew/visits/${visit}${child}`, 'visit:work')
  const access: Access = {
    for: 'roles',
    read: 'visit:work',
    row: 'crew-visit',
    elsewhere: 'visit:read',
    ...(write ? { write } : {}),
  }
  return { ...entry, access }
}
const order = (child: string, read: Action, write?: Action) =>
  row('order', ({ order }) => `/console/orders/${order}${child}`, read, write)
const receipt = (child: string, read: Action, write?: Action) =>
  row('receipt', ({ receipt }) => `/console/custody/${receipt}${child}`, read, write)
const customer = (child: string, read: Action, write?: Action) =>
  row('customer', ({ customer }) => `/console/customers/${customer}${child}`, read, write)
const returnCase = (child: string, read: Action, write?: Action) =>
  row('case', ({ case: number }) => `/console/returns/${number}${child}`, read, write)
const claim = (child: string, read: Action, write?: Action) =>
  roles(({ ours }) => `/console/returns/claims/${ours.claim}${child}`, read, write)
/** A form about one thing to be done of a return. */
const step = (kind: keyof Samples['ours']['steps'], child: string, action: Action) =>
  row(
    'case',
    ({ case: number, steps }) => `/console/returns/${number}/consequences/${steps[kind]}/${child}`,
    action,
    action,
  )
const supply = (page: string | Entry['url']) =>
  roles(
    (samples) => `/console/bookings/setup${typeof page === 'string' ? page : page(samples)}`,
    'supply:manage',
    'supply:manage',
  )
const complaint = (child: string, write?: Action) =>
  roles(({ complaint }) => `/console/complaints/${complaint}${child}`, 'complaint:handle', write)
const mail = (child: string, write?: Action) =>
  roles(({ mail }) => `/console/tickets/mail/${mail}${child}`, 'mail:review', write)
const phrase = (child: string) =>
  roles(({ phrase }) => `/console/phrases/${phrase}${child}`, 'phrase:manage', 'phrase:manage')
const plan = (child: string) =>
  roles(
    ({ plan }) => `/console/dispatch/plans/${plan}${child}?day=2099-01-02`,
    'visit:dispatch',
    'visit:dispatch',
  )
const writes = (url: string) => roles(url, 'knowledge:write', 'knowledge:write')
const returnSetting = (path: string) =>
  roles(`/console/returns${path}`, 'settings:manage', 'settings:manage')
const wrongToken = 'x'.repeat(32)
const partOfLetter = (part: string): Entry => ({
  access: { for: 'link', to: /^\/track\// },
  url: ({ trackToken, ours }) => `/track/${trackToken}/visits/${ours.visit}/${part}`,
  other: ({ ours }) => `/track/${wrongToken}/visits/${ours.visit}/${part}`,
})

/** who may open what. A route that is not here fails the test, on purpose. */
export const accessTable: Record<string, Entry> = {
  '/': everyone('/'),
  '/book': everyone('/book'),
  '/book/sent/:token': link(
    ({ trackToken }) => `/book/sent/${trackToken}`,
    () => `/book/sent/${wrongToken}`,
  ),
  '/return': everyone('/return'),
  '/return/sent/:token': link(
    ({ trackToken }) => `/return/sent/${trackToken}`,
    () => `/return/sent/${wrongToken}`,
  ),
  '/report': everyone('/report'),
  '/report/sent/:token': link(
    ({ trackToken }) => `/report/sent/${trackToken}`,
    () => `/report/sent/${wrongToken}`,
  ),
  '/track': everyone('/track'),
  '/track/:token': link(
    ({ trackToken }) => `/track/${trackToken}`,
    ({ rateToken }) => `/track/${rateToken}`,
  ),
  '/track/:token/messages': {
    access: { for: 'link', to: /^\/track\// },
    url: ({ trackToken }) => `/track/${trackToken}/messages`,
    other: () => `/track/${wrongToken}/messages`,
  },
  '/track/:token/another-person': {
    access: { for: 'link', to: /^\/track\// },
    url: ({ trackToken }) => `/track/${trackToken}/another-person`,
    other: () => `/track/${wrongToken}/another-person`,
  },
  '/track/:token/same-person': {
    access: { for: 'link', to: /^\/track\// },
    url: ({ trackToken }) => `/track/${trackToken}/same-person`,
    other: () => `/track/${wrongToken}/same-person`,
  },
  '/track/:token/unsolved': {
    access: { for: 'link', to: /^\/track\// },
    url: ({ trackToken }) => `/track/${trackToken}/unsolved`,
    other: () => `/track/${wrongToken}/unsolved`,
  },
  '/track/:token/withdrawal': {
    access: { for: 'link', to: /^\/track\// },
    url: ({ trackToken }) => `/track/${trackToken}/withdrawal`,
    other: () => `/track/${wrongToken}/withdrawal`,
  },
  '/track/:token/disagreement': {
    access: { for: 'link', to: /^\/track\// },
    url: ({ trackToken }) => `/track/${trackToken}/disagreement`,
    other: () => `/track/${wrongToken}/disagreement`,
  },
  '/track/:token/verdict': {
    access: { for: 'link', to: /^\/track\// },
    url: ({ trackToken }) => `/track/${trackToken}/verdict`,
    other: () => `/track/${wrongToken}/verdict`,
  },
  '/track/:token/photos': {
    access: { for: 'link', to: /^\/track\// },
    url: ({ trackToken }) => `/track/${trackToken}/photos`,
    other: () => `/track/${wrongToken}/photos`,
  },
  '/track/:token/visits/:id/extras': partOfLetter('extras'),
  '/track/:token/visits/:id/absence': partOfLetter('absence'),
  '/track/:token/visits/:id/wish': partOfLetter('wish'),
  '/track/:token/calendar': {
    access: { for: 'link', to: /^\/track\// },
    url: ({ trackToken }) => `/track/${trackToken}/calendar`,
    other: () => `/track/${wrongToken}/calendar`,
  },
  '/track/:token/calendar.ics': link(
    ({ trackToken }) => `/track/${trackToken}/calendar.ics`,
    ({ rateToken }) => `/track/${rateToken}/calendar.ics`,
  ),
  '/calendar/:file': link(
    ({ calendarToken }) => `/calendar/${calendarToken}.ics`,
    ({ trackToken }) => `/calendar/${trackToken}.ics`,
  ),
  '/track/:token/files/:id': link(
    ({ trackToken, ours }) => `/track/${trackToken}/files/${ours.attachment}`,
    ({ trackToken, theirs }) => `/track/${trackToken}/files/${theirs.attachment}`,
  ),
  '/track/:token/visits/:id/window': link(
    ({ trackToken, ours }) => `/track/${trackToken}/visits/${ours.visit}/window`,
    ({ trackToken, theirs }) => `/track/${trackToken}/visits/${theirs.visit}/window`,
  ),
  '/track/:token/visits/:id/cancellation': link(
    ({ trackToken, ours }) => `/track/${trackToken}/visits/${ours.visit}/cancellation`,
    ({ trackToken, theirs }) => `/track/${trackToken}/visits/${theirs.visit}/cancellation`,
  ),
  '/track/:token/visits/:id/record': link(
    ({ trackToken, ours }) => `/track/${trackToken}/visits/${ours.visit}/record`,
    ({ trackToken, theirs }) => `/track/${trackToken}/visits/${theirs.visit}/record`,
  ),
  '/track/:token/receipts/:number': link(
    ({ trackToken, ours }) => `/track/${trackToken}/receipts/${ours.receipt}`,
    ({ trackToken, theirs }) => `/track/${trackToken}/receipts/${theirs.receipt}`,
  ),
  '/rate/:token': link(
    ({ rateToken }) => `/rate/${rateToken}`,
    ({ trackToken }) => `/rate/${trackToken}`,
  ),
  '/help': everyone('/help'),
  '/help/:slug': everyone('/help/cabinet-door'),
  '/privacy': everyone('/privacy'),
  '/language': everyone('/language', 302),
  '/resources/inbound-mail': everyone('/resources/inbound-mail', 404),
  '/console/tickets/mail': roles('/console/tickets/mail', 'mail:review'),
  '/console/tickets/mail/:id': mail(''),
  '/console/tickets/mail/:id/placement': mail('/placement', 'mail:review'),
  '/console/tickets/mail/:id/ticket': mail('/ticket', 'mail:review'),
  '/console/tickets/mail/:id/discard': mail('/discard', 'mail:review'),
  '/console/tickets/mail/:id/return': mail('/return', 'mail:review'),
  '/console/tickets/mail/:id/reading': mail('/reading', 'mail:review'),
  '/console/phrases': roles('/console/phrases', 'ticket:message'),
  '/console/phrases/new': roles('/console/phrases/new', 'phrase:manage', 'phrase:manage'),
  '/console/phrases/:id': phrase(''),
  '/console/phrases/:id/standing': phrase('/standing'),
  '/resources/board': {
    access: { for: 'roles', read: 'visit:read', signedOut: 401 },
    url: () => '/resources/board?day=2099-01-02',
  },
  '/resources/answers': everyone('/resources/answers'),
  '/resources/known-answers': roles('/resources/known-answers?category=door', 'ticket:read'),
  '/resources/desk': {
    access: { for: 'roles', read: 'ticket:read', write: 'ticket:read', signedOut: 401 },
    url: () => '/resources/desk',
  },
  '/resources/bookings': everyone('/resources/bookings', 404),
  '/resources/search': colleagues('/resources/search?q=1'),
  '/resources/windows': everyone('/resources/windows', 422),
  '/resources/report-photos': everyone('/resources/report-photos', 404),
  '/healthz': everyone('/healthz'),
  '/readyz': everyone('/readyz'),
  '/metrics': everyone('/metrics', 404),
  '/*': everyone('/nothing/here', 404),
  '/console/*': { access: { for: 'colleagues', status: 404 }, url: () => '/console/nothing/here' },

  '/sign-in': everyone('/sign-in'),
  '/sign-in/code': everyone('/sign-in/code', 302),
  '/sign-out': everyone('/sign-out', 303),
  '/invitations/:token': everyone(`/invitations/${wrongToken}`, 404),

  '/console': colleagues('/console'),
  '/console/account': colleagues('/console/account'),
  '/console/account/password': colleagues('/console/account/password'),
  '/console/account/second-factor': colleagues('/console/account/second-factor'),
  '/console/account/record': colleagues('/console/account/record'),
  // Another's fault is a missing one, whoever asks.
  '/console/account/record/faults/:id': {
    access: { for: 'colleagues', status: 404 },
    url: () => '/console/account/record/faults/999999',
  },
  '/console/account/sessions': colleagues('/console/account/sessions'),
  '/console/search': colleagues('/console/search?q=1'),
  '/console/tickets': roles('/console/tickets', 'ticket:read'),
  '/console/tickets/new': roles('/console/tickets/new', 'ticket:register', 'ticket:register'),
  '/console/tickets/bulk': roles('/console/tickets/bulk', 'ticket:note', 'ticket:note'),
  '/console/tickets/views': roles('/console/tickets/views', 'ticket:read', 'ticket:read'),
  '/console/tickets/views/:id': {
    access: { for: 'roles', read: 'ticket:read', write: 'ticket:read' },
    url: ({ view }) => `/console/tickets/views/${view}`,
  },
  '/console/tickets/:number': ticket(''),
  '/console/tickets/:number/tags': ticket('/tags', 'ticket:note'),
  '/console/tickets/:number/look-again': ticket('/look-again', 'ticket:triage'),
  '/console/tickets/:number/triage': ticket('/triage', 'ticket:triage'),
  '/console/tickets/:number/contact': ticket('/contact', 'ticket:triage'),
  '/console/tickets/:number/notes': ticket('/notes', 'ticket:note'),
  '/console/tickets/:number/looks': row(
    'ticket',
    ({ ticket }) => `/console/tickets/${ticket}/looks`,
    'ticket:read',
    'ticket:read',
  ),
  '/console/tickets/:number/colleagues': row(
    'ticket',
    ({ ticket }) => `/console/tickets/${ticket}/colleagues`,
    'ticket:note',
  ),
  '/console/tickets/:number/owner': ticket('/owner', 'ticket:triage'),
  '/console/tickets/:number/handover': ticket('/handover', 'ticket:triage'),
  '/console/tickets/:number/handover/answer': ticket('/handover/answer', 'ticket:triage'),
  '/console/tickets/:number/messages': ticket('/messages', 'ticket:message'),
  '/console/tickets/:number/photos': ticket('/photos', 'ticket:note'),
  '/console/tickets/:number/phrases': ticket('/phrases', 'ticket:message'),
  '/console/tickets/:number/send-now': ticket('/send-now', 'ticket:message'),
  '/console/tickets/:number/area': ticket('/area', 'visit:propose'),
  '/console/tickets/:number/visits': ticket('/visits', 'visit:propose'),
  '/console/tickets/:number/pause': ticket('/pause', 'ticket:triage'),
  '/console/tickets/:number/answers': ticket('/answers', 'ticket:note'),
  '/console/tickets/:number/resumption': ticket('/resumption', 'ticket:triage'),
  '/console/tickets/:number/resolution': ticket('/resolution', 'ticket:resolve'),
  '/console/tickets/:number/closure': ticket('/closure', 'ticket:resolve'),
  '/console/tickets/:number/cancellation': ticket('/cancellation', 'ticket:resolve'),
  '/console/tickets/:number/reopening': ticket('/reopening', 'ticket:resolve'),
  '/console/tickets/:number/calls': ticket('/calls', 'ticket:register'),
  '/console/tickets/:number/merge': ticket('/merge', 'ticket:merge'),
  '/console/tickets/:number/separation': ticket('/separation', 'ticket:merge'),
  '/console/bookings': roles('/console/bookings', 'booking:read', 'booking:manage'),
  '/console/bookings/stranded': roles(
    '/console/bookings/stranded',
    'booking:read',
    'booking:manage',
  ),
  '/console/dispatch': roles('/console/dispatch', 'visit:read'),
  '/console/dispatch/visits/:id': onBoard(''),
  '/console/dispatch/visits/:id/crew': onBoard('/crew', 'visit:dispatch'),
  '/console/dispatch/visits/:id/removal': onBoard('/removal', 'visit:dispatch'),
  '/console/dispatch/visits/:id/pin': onBoard('/pin', 'visit:dispatch'),
  '/console/dispatch/placements/:id': row(
    'visit',
    ({ visit }) => `/console/dispatch/placements/${visit}`,
    'visit:dispatch',
    'visit:dispatch',
  ),
  '/console/dispatch/promises': roles('/console/dispatch/promises', 'promise:read'),
  '/console/dispatch/plans': roles('/console/dispatch/plans', 'visit:dispatch', 'visit:dispatch'),
  '/console/dispatch/plans/:id': roles(
    ({ plan }) => `/console/dispatch/plans/${plan}?day=2099-01-02`,
    'visit:read',
  ),
  '/console/dispatch/plans/:id/acceptance': plan('/acceptance'),
  '/console/dispatch/plans/:id/stop': plan('/stop'),
  '/console/dispatch/plans/:id/dismissal': plan('/dismissal'),
  '/console/dispatch/paper': roles('/console/dispatch/paper', 'visit:read'),
  '/console/dispatch/waiting': roles('/console/dispatch/waiting', 'visit:read'),
  '/console/visits/:id': visit(''),
  '/console/visits/:id/sheet': visit('/sheet'),
  '/console/visits/:id/crew': visit('/crew', 'visit:dispatch'),
  '/console/visits/:id/window': visit('/window', 'visit:change'),
  '/console/visits/:id/cancellation': visit('/cancellation', 'visit:change'),
  '/console/visits/:id/lateness': visit('/lateness', 'visit:change'),
  '/console/visits/:id/no-show': visit('/no-show', 'visit:change'),
  '/console/visits/:id/inspections': visit('/inspections', 'visit:inspect'),
  '/console/visits/:id/correction': visit('/correction', 'visit:change'),
  '/console/visits/:id/record': row(
    'record',
    ({ visit }) => `/console/visits/${visit}/record`,
    'record:read',
  ),
  '/console/complaints': roles('/console/complaints', 'complaint:handle'),
  '/console/complaints/:number': complaint(''),
  '/console/complaints/:number/owner': complaint('/owner', 'complaint:handle'),
  '/console/complaints/:number/subject': complaint('/subject', 'complaint:handle'),
  '/console/complaints/:number/people': complaint('/people', 'complaint:handle'),
  '/console/complaints/:number/findings': complaint('/findings', 'complaint:handle'),
  '/console/complaints/:number/answer': complaint('/answer', 'complaint:handle'),
  '/console/complaints/:number/verdict': complaint('/verdict', 'complaint:handle'),
  '/console/complaints/:number/closure': complaint('/closure', 'complaint:handle'),
  '/console/complaints/:number/reopening': complaint('/reopening', 'complaint:handle'),
  '/console/complaints/:number/faults': complaint('/faults', 'fault:decide'),
  '/console/complaints/:number/faults/:id': complaint('/faults/1', 'fault:decide'),
  '/console/records': roles('/console/records', 'staff-record:read'),
  '/console/records/:id': roles(({ person }) => `/console/records/${person}`, 'staff-record:read'),
  '/console/custody': roles('/console/custody', 'custody:read'),
  '/console/custody/:number': receipt('', 'custody:read'),
  '/console/custody/:number/paper': receipt('/paper', 'custody:read'),
  '/console/custody/:number/return': receipt('/return', 'custody:return', 'custody:return'),
  '/console/visits/:id/marks': visit('/marks', 'visit:change'),
  '/console/visits/:id/marks/:kind/clearance': visit(
    '/marks/parts_short/clearance',
    'visit:change',
  ),
  '/console/bookings/roster': roles('/console/bookings/roster', 'roster:read'),
  '/console/bookings/roster/leave/new': roles(
    '/console/bookings/roster/leave/new',
    'roster:manage',
    'roster:manage',
  ),
  '/console/bookings/roster/leave/:id': roles(
    ({ leave }) => `/console/bookings/roster/leave/${leave}`,
    'roster:read',
    'roster:read',
  ),
  '/console/bookings/roster/:crewId': roles(
    ({ crew }) => `/console/bookings/roster/${crew}`,
    'roster:read',
  ),
  '/console/bookings/roster/:crewId/pattern': roles(
    ({ crew }) => `/console/bookings/roster/${crew}/pattern`,
    'roster:manage',
    'roster:manage',
  ),
  '/console/bookings/roster/:crewId/exceptions': roles(
    ({ crew }) => `/console/bookings/roster/${crew}/exceptions`,
    'roster:manage',
    'roster:manage',
  ),
  '/console/bookings/roster/:crewId/exceptions/:day': roles(
    ({ crew, dayOff }) => `/console/bookings/roster/${crew}/exceptions/${dayOff}`,
    'roster:manage',
    'roster:manage',
  ),
  '/console/bookings/setup': roles('/console/bookings/setup', 'booking:settings'),
  '/console/bookings/setup/areas/new': supply('/areas/new'),
  '/console/bookings/setup/areas/:id': supply(({ area }) => `/areas/${area}`),
  '/console/bookings/setup/crews/new': supply('/crews/new'),
  '/console/bookings/setup/crews/:id': supply(({ crew }) => `/crews/${crew}`),
  '/console/bookings/setup/services/:key': supply('/services/repair'),
  '/console/bookings/setup/holidays/new': supply('/holidays/new'),
  '/console/bookings/setup/holidays/:day': supply(({ dayOff }) => `/holidays/${dayOff}`),
  '/console/bookings/setup/rules': supply('/rules'),
  '/console/bookings/setup/travel': supply('/travel'),
  '/console/bookings/setup/categories': roles(
    '/console/bookings/setup/categories',
    'booking:settings',
    'booking:settings',
  ),
  '/console/follow-ups': roles('/console/follow-ups', 'follow-up:call'),
  '/console/follow-ups/:id': roles(
    ({ followUp }) => `/console/follow-ups/${followUp}`,
    'follow-up:call',
    'follow-up:call',
  ),
  '/console/follow-ups/:id/attempts': roles(
    ({ followUp }) => `/console/follow-ups/${followUp}/attempts`,
    'follow-up:call',
    'follow-up:call',
  ),
  '/console/customers': roles('/console/customers', 'customer:read'),
  '/console/customers/:id': customer('', 'customer:read'),
  '/console/customers/:id/contacts': customer('/contacts', 'customer:write', 'customer:write'),
  '/console/customers/:id/contacts/:contact/removal': customer(
    '/contacts/1/removal',
    'customer:write',
    'customer:write',
  ),
  '/console/customers/:id/notes': customer('/notes', 'customer:write', 'customer:write'),
  '/console/customers/:id/details': customer('/details', 'customer:write', 'customer:write'),
  '/console/customers/:id/grade': customer('/grade', 'customer:write', 'customer:write'),
  '/console/customers/:id/contract': customer('/contract', 'customer:write', 'customer:write'),
  '/console/customers/:id/contacted': customer('/contacted', 'customer:write', 'customer:write'),
  '/console/customers/:id/merge': customer('/merge', 'customer:merge', 'customer:merge'),
  '/console/customers/:id/separation': customer('/separation', 'customer:merge', 'customer:merge'),
  '/console/customers/:id/erasure': customer('/erasure', 'customer:erase', 'customer:erase'),
  '/console/customers/:id/export': customer('/export', 'customer:export'),
  '/console/orders': roles('/console/orders', 'order:read'),
  '/console/orders/new': roles('/console/orders/new', 'order:enter', 'order:enter'),
  '/console/orders/import': roles('/console/orders/import', 'order:enter', 'order:enter'),
  '/console/orders/import/template': roles('/console/orders/import/template', 'order:enter'),
  '/console/orders/import/:id': row(
    'order',
    ({ orderImport }) => `/console/orders/import/${orderImport}`,
    'order:enter',
    'order:enter',
  ),
  '/console/orders/import/:id/mistakes': row(
    'order',
    ({ orderImport }) => `/console/orders/import/${orderImport}/mistakes`,
    'order:enter',
  ),
  '/console/orders/next-check': roles('/console/orders/next-check', 'order:check', 'order:check'),
  '/console/returns': roles('/console/returns', 'return:read'),
  '/console/returns/tasks': roles('/console/returns/tasks', 'return:supply'),
  '/console/returns/new': row(
    'ticket',
    ({ ticket }) => `/console/returns/new?ticket=${ticket}`,
    'return:ask',
    'return:ask',
  ),
  '/console/returns/ledger': roles('/console/returns/ledger', 'return:read'),
  '/console/returns/ledger/export.csv': roles('/console/returns/ledger/export.csv', 'return:read'),
  '/console/returns/ledger/export.xlsx': roles(
    '/console/returns/ledger/export.xlsx',
    'return:read',
  ),
  '/console/returns/ledger/paper': roles('/console/returns/ledger/paper', 'return:read'),
  '/console/returns/figures': roles('/console/returns/figures', 'return:cost'),
  '/console/returns/claims': roles('/console/returns/claims', 'claim:read'),
  '/console/returns/claims/:number': claim('', 'claim:read'),
  '/console/returns/claims/:number/sending': claim('/sending', 'claim:manage', 'claim:manage'),
  '/console/returns/claims/:number/settlement': claim(
    '/settlement',
    'claim:manage',
    'claim:manage',
  ),
  '/console/returns/claims/:number/withdrawal': claim(
    '/withdrawal',
    'claim:manage',
    'claim:manage',
  ),
  '/console/returns/claims/:number/pack': claim('/pack', 'claim:read'),
  '/console/returns/:number/claims/new': returnCase('/claims/new', 'claim:manage', 'claim:manage'),
  '/console/returns/:number/answerability': returnCase(
    '/answerability',
    'return:answerable',
    'return:answerable',
  ),
  '/console/returns/:number/answerability/approval': returnCase(
    '/answerability/approval',
    'return:approve',
    'return:approve',
  ),
  '/console/returns/:number': returnCase('', 'return:read'),
  '/console/returns/:number/decision': returnCase('/decision', 'return:decide', 'return:decide'),
  '/console/returns/:number/approval': returnCase('/approval', 'return:approve', 'return:approve'),
  '/console/returns/:number/cancellation': returnCase(
    '/cancellation',
    'return:decide',
    'return:decide',
  ),
  '/console/returns/:number/consequences/:id/promise': step('goods', 'promise', 'return:supply'),
  '/console/returns/:number/consequences/:id/readiness': step(
    'goods',
    'readiness',
    'return:supply',
  ),
  '/console/returns/:number/consequences/:id/refund': step('refund', 'refund', 'return:refund'),
  '/console/returns/:number/consequences/:id/receipt': step('original', 'receipt', 'return:supply'),
  '/console/returns/:number/consequences/:id/inspection': step(
    'original',
    'inspection',
    'return:supply',
  ),
  '/console/returns/:number/consequences/:id/booking': step('delivery', 'booking', 'visit:propose'),
  '/console/orders/:number': order('', 'order:read'),
  '/console/orders/:number/check': order('/check', 'order:read', 'order:check'),
  '/console/orders/:number/return': order('/return', 'order:check', 'order:check'),
  '/console/orders/:number/change': order('/change', 'order:enter', 'order:enter'),
  '/console/orders/:number/arrivals': order('/arrivals', 'order:receive', 'order:receive'),
  '/console/orders/:number/delivery': order('/delivery', 'order:read', 'order:book'),
  '/console/orders/:number/cancellation': order('/cancellation', 'order:enter', 'order:enter'),
  '/console/admin': roles('/console/admin', 'settings:manage'),
  '/console/admin/company': setting('/company'),
  '/console/admin/hours': setting('/hours'),
  '/console/admin/targets': setting('/targets'),
  '/console/admin/contact': setting('/contact'),
  '/console/returns/settings': returnSetting('/settings'),
  '/console/returns/settings/costs': returnSetting('/settings/costs'),
  '/console/returns/terms': roles('/console/returns/terms', 'settings:manage'),
  '/console/returns/terms/new': returnSetting('/terms/new'),
  '/console/returns/terms/:id': returnSetting('/terms/1'),
  '/console/admin/stores': roles('/console/admin/stores', 'settings:manage'),
  '/console/admin/stores/new': setting('/stores/new'),
  '/console/admin/stores/:id': setting(({ store }) => `/stores/${store}`),
  '/console/admin/categories': roles('/console/admin/categories', 'settings:manage'),
  '/console/admin/categories/new': setting('/categories/new'),
  '/console/admin/categories/:key': setting('/categories/door'),
  '/console/admin/scripts': roles('/console/admin/scripts', 'settings:manage'),
  '/console/admin/scripts/:key': setting('/scripts/repair'),
  '/console/admin/checklists': roles('/console/admin/checklists', 'settings:manage'),
  '/console/admin/checklists/:skill': roles('/console/admin/checklists/repair', 'settings:manage'),
  '/console/admin/checklists/:skill/new': setting('/checklists/repair/new'),
  '/console/admin/checklists/:skill/:id': setting(({ check }) => `/checklists/repair/${check}`),
  '/console/admin/roles': roles('/console/admin/roles', 'settings:manage'),
  '/console/hotline': roles('/console/hotline', 'ticket:read'),
  '/console/hotline/roster': roles('/console/hotline/roster', 'ticket:read', 'duty:manage'),
  '/console/hotline/roster/copy': roles(
    '/console/hotline/roster/copy',
    'duty:manage',
    'duty:manage',
  ),
  '/console/hotline/roster/paper': roles('/console/hotline/roster/paper', 'ticket:read'),
  '/console/knowledge': roles('/console/knowledge', 'knowledge:read'),
  '/console/knowledge/new': roles('/console/knowledge/new', 'knowledge:write', 'knowledge:write'),
  '/console/knowledge/:slug': roles('/console/knowledge/cabinet-door', 'knowledge:read'),
  '/console/knowledge/:slug/edit': writes('/console/knowledge/cabinet-door/edit'),
  '/console/knowledge/:slug/publication': writes('/console/knowledge/cabinet-door/publication'),
  '/console/knowledge/:slug/retirement': writes('/console/knowledge/cabinet-door/retirement'),
  '/console/admin/people': roles('/console/admin/people', 'people:manage'),
  '/console/admin/people/new': roles('/console/admin/people/new', 'people:manage', 'people:manage'),
  '/console/admin/people/:id': roles(
    ({ person }) => `/console/admin/people/${person}`,
    'people:manage',
    'people:manage',
  ),
  '/console/admin/people/:id/standing': roles(
    ({ person }) => `/console/admin/people/${person}/standing`,
    'people:manage',
    'people:manage',
  ),
  '/console/admin/people/:id/link': roles(
    ({ person }) => `/console/admin/people/${person}/link`,
    'people:manage',
    'people:manage',
  ),
  '/console/admin/people/:id/second-factor': roles(
    ({ person }) => `/console/admin/people/${person}/second-factor`,
    'people:manage',
    'people:manage',
  ),
  '/console/admin/messages': roles('/console/admin/messages', 'message-log:read'),
  '/console/admin/messages/:id': roles(
    ({ message }) => `/console/admin/messages/${message}`,
    'message-log:read',
    'message-log:read',
  ),
  '/console/admin/messages/:id/retry': roles(
    ({ message }) => `/console/admin/messages/${message}/retry`,
    'message-log:read',
    'message-log:read',
  ),
  '/console/admin/audit': roles('/console/admin/audit', 'audit:read'),
  '/attachments/:id': {
    access: { for: 'roles', read: 'ticket:read', row: 'attachment', also: ['crew'], denied: 404 },
    url: ({ ours }) => `/attachments/${ours.attachment}`,
    other: ({ theirs }) => `/attachments/${theirs.attachment}`,
  },

  '/crew': roles('/crew', 'visit:work'),
  '/crew/visits/:id': crewVisit('', 'visit:work'),
  '/crew/visits/:id/steps': crewVisit('/steps', 'visit:work'),
  '/crew/visits/:id/call-ahead': crewVisit('/call-ahead', 'visit:work'),
  '/crew/visits/:id/checks': crewVisit('/checks', 'visit:work'),
  '/crew/visits/:id/photos': crewVisit('/photos', 'visit:work'),
  '/crew/visits/:id/completion': crewVisit('/completion', 'visit:work'),
  '/crew/visits/:id/signature': crewVisit('/signature', 'visit:work'),
  '/crew/visits/:id/correction': crewVisit('/correction', 'visit:work'),
  '/crew/visits/:id/entries': crewVisit('/entries', 'visit:work'),
  '/crew/visits/:id/now': crewVisit('/now'),
  '/crew/now': roles('/crew/now', 'visit:work'),
  '/crew/entries': {
    access: { for: 'roles', read: 'visit:work', write: 'visit:work', denied: 409, signedOut: 401 },
    url: () => '/crew/entries',
  },
  '/crew/offline': everyone('/crew/offline'),
  '/crew/me': roles('/crew/me', 'visit:work'),
  '/crew/leave': roles('/crew/leave', 'visit:work', 'visit:work'),
  '/crew/leave/:id': roles(({ leave }) => `/crew/leave/${leave}`, 'visit:work', 'visit:work'),
  '/crew/me/calendar': roles('/crew/me/calendar', 'visit:work', 'visit:work'),
}
