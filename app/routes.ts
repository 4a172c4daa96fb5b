import { index, layout, prefix, route, type RouteConfig } from '@remix-run/route-config'

/** The table of URLs of all front ends; the path in the address bar is the path of the file. */
export default [
  layout('routes/portal/layout.tsx', [
    index('routes/portal/home.tsx'),
    route('report', 'routes/portal/report/report.tsx'),
    route('report/sent/:token', 'routes/portal/report/sent.tsx'),
    route('track', 'routes/portal/track/find.tsx'),
    route('track/:token', 'routes/portal/track/ticket.tsx', [
      route('messages', 'routes/portal/track/messages.tsx'),
      route('photos', 'routes/portal/track/photos.tsx'),
    ]),
    route('rate/:token', 'routes/portal/rate/rate.tsx'),
    route('help', 'routes/portal/help.tsx'),
    route('privacy', 'routes/portal/privacy.tsx'),
  ]),
  route('track/:token/files/:id', 'routes/portal/track/file.ts'),

  layout('routes/console/door.tsx', [
    route('sign-in', 'routes/console/account/sign-in.tsx'),
    route('sign-in/code', 'routes/console/account/code.tsx'),
    route('invitations/:token', 'routes/console/account/invitation.tsx'),
  ]),
  route('sign-out', 'routes/console/account/sign-out.ts'),

  route('console', 'routes/console/layout.tsx', [
    index('routes/console/today.tsx'),
    route('account', 'routes/console/account/account.tsx'),
    route('account/password', 'routes/console/account/password.tsx'),
    route('account/second-factor', 'routes/console/account/second-factor.tsx'),
    route('account/sessions', 'routes/console/account/sessions.ts'),
    route('tickets', 'routes/console/tickets/queue.tsx'),
    route('tickets/new', 'routes/console/tickets/new.tsx'),
    route('tickets/:number', 'routes/console/tickets/ticket.tsx', [
      route('triage', 'routes/console/tickets/triage.tsx'),
      route('contact', 'routes/console/tickets/contact.tsx'),
      route('notes', 'routes/console/tickets/notes.tsx'),
      route('messages', 'routes/console/tickets/messages.tsx'),
      route('photos', 'routes/console/tickets/photos.tsx'),
      route('visits', 'routes/console/tickets/visits.tsx'),
      route('pause', 'routes/console/tickets/pause.tsx'),
      route('resumption', 'routes/console/tickets/resumption.tsx'),
      route('resolution', 'routes/console/tickets/resolution.tsx'),
      route('closure', 'routes/console/tickets/closure.tsx'),
      route('cancellation', 'routes/console/tickets/cancellation.tsx'),
      route('reopening', 'routes/console/tickets/reopening.tsx'),
    ]),
    route('dispatch', 'routes/console/dispatch/day.tsx'),
    route('visits/:id', 'routes/console/visits/visit.tsx', [
      route('crew', 'routes/console/visits/crew.tsx'),
      route('window', 'routes/console/visits/window.tsx'),
      route('cancellation', 'routes/console/visits/cancellation.tsx'),
    ]),
    route('follow-ups', 'routes/console/follow-ups/queue.tsx', [
      route(':id', 'routes/console/follow-ups/call.tsx', [
        route('attempts', 'routes/console/follow-ups/attempts.tsx'),
      ]),
    ]),
    ...prefix('admin', [
      route('people', 'routes/console/admin/people.tsx'),
      route('people/new', 'routes/console/admin/invite.tsx'),
      route('people/:id', 'routes/console/admin/person.tsx'),
      route('people/:id/standing', 'routes/console/admin/standing.tsx'),
      route('people/:id/link', 'routes/console/admin/link.tsx'),
      route('people/:id/second-factor', 'routes/console/admin/second-factor.ts'),
      route('messages', 'routes/console/admin/messages.tsx'),
      route('messages/:id', 'routes/console/admin/message.tsx', [
        route('retry', 'routes/console/admin/retry.tsx'),
      ]),
      route('audit', 'routes/console/admin/audit.tsx'),
    ]),
  ]),

  route('crew', 'routes/crew/layout.tsx', [
    index('routes/crew/today.tsx'),
    route('visits/:id', 'routes/crew/visits/visit.tsx', [
      route('steps', 'routes/crew/visits/steps.tsx'),
      route('checks', 'routes/crew/visits/checks.tsx'),
      route('photos', 'routes/crew/visits/photos.tsx'),
      route('completion', 'routes/crew/visits/completion.tsx'),
      route('signature', 'routes/crew/visits/signature.tsx'),
    ]),
    route('me', 'routes/crew/me.tsx'),
  ]),

  route('language', 'routes/resources/language.ts'),
  route('resources/report-photos', 'routes/resources/report-photos.ts'),
  route('attachments/:id', 'routes/resources/attachment.ts'),
  route('healthz', 'routes/resources/healthz.ts'),
  route('readyz', 'routes/resources/readyz.ts'),
  route('metrics', 'routes/resources/metrics.ts'),
  route('*', 'routes/resources/missing.tsx'),
] satisfies RouteConfig
