import { useNavigate, useRouteLoaderData, useSubmit } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import type { NavItem } from '#app/ui/console/frame.tsx'
import type { ConsoleIconName } from '#app/ui/icons.tsx'
import { openKeySheet } from '../key-sheet.tsx'
import { openComposer } from '../tickets/open-composer.ts'
import { actionsOf } from '../tickets/ticket-actions.tsx'
import type { TicketView } from '../tickets/ticket-view.server.ts'

export interface Command {
  id: string
  icon: ConsoleIconName
  title: string
  keys?: string
  run: () => void
}

/** What can be done from where one is, and where one can go. */
export function useCommands(places: NavItem[], mayRegister: boolean) {
  const { t } = useWords()
  const navigate = useNavigate()
  const submit = useSubmit()
  const ticket = useRouteLoaderData('routes/console/tickets/ticket') as TicketView | undefined
  const go: Command[] = places.map(({ href, label, icon }) => ({
    id: href,
    icon,
    title: label,
    run: () => navigate(href),
  }))
  if (mayRegister) {
    go.unshift({
      id: 'register',
      icon: 'call',
      title: t('console:nav.newTicket'),
      keys: 'C',
      run: () => navigate('/console/tickets/new'),
    })
  }
  go.push({ id: 'keys', icon: 'book', title: t('desk:keys.title'), keys: '?', run: openKeySheet })
  return { go, here: ticket ? onTicket(ticket) : [] }

  function onTicket(shown: TicketView): Command[] {
    const { may, number, me, ownerId } = shown
    const at = `/console/tickets/${number}`
    const commands: (Command | false)[] = [
      may.handOver &&
        ownerId !== me.id && {
          id: 'mine',
          icon: 'person' as const,
          title: t('desk:do.mine'),
          // What stands against it is said on the page that it leads to.
          run: () => submit({ to: me.id, note: '' }, { method: 'post', action: `${at}/handover` }),
        },
      may.note && {
        id: 'note',
        icon: 'lock' as const,
        title: t('desk:do.note'),
        keys: 'N',
        run: () => openComposer('note'),
      },
      may.message && {
        id: 'message',
        icon: 'speech' as const,
        title: t('desk:do.message'),
        keys: 'M',
        run: () => openComposer('message'),
      },
      may.triage &&
        shown.toAssess && {
          id: 'triage',
          icon: 'check' as const,
          title: t('tickets:do.triage'),
          run: () => navigate(`${at}/triage`),
        },
      may.propose && {
        id: 'visits',
        icon: 'cal' as const,
        title: t('tickets:do.propose'),
        run: () => navigate(`${at}/visits`),
      },
      ...actionsOf(t, shown).map(({ to, words }) => ({
        id: to,
        icon: 'right' as const,
        title: words,
        run: () => navigate(`${at}/${to}`),
      })),
      may.resume && {
        id: 'resumption',
        icon: 'undo' as const,
        title: t('tickets:do.resume'),
        run: () => navigate(`${at}/resumption`),
      },
    ]
    return commands.filter((command) => command !== false)
  }
}
