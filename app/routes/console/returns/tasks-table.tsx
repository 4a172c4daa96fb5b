import type { SupplyTask } from '#app/domain/returns/index.server.ts'
import type { SupplyList } from '#app/domain/returns/supply-lists.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Status, type StatusLook } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { withinDay } from '../civil-day.ts'
import { casePath } from './case-look.ts'

const looks = {
  late: { tone: 'trouble', icon: 's-late' },
  waits: { tone: 'waiting', icon: 's-new' },
  collected: { tone: 'active', icon: 'truck' },
  inspect: { tone: 'active', icon: 's-going' },
} as const satisfies Record<string, StatusLook>

export function TasksTable({ tasks, list }: { tasks: SupplyTask[]; list: SupplyList }) {
  const { t } = useWords()
  return (
    <Table
      lines
      label={t('returns:supply.tasks')}
      head={[
        { label: t('returns:supply.case') },
        { label: t('returns:supply.what'), main: true },
        { label: t('returns:supply.customer') },
        { label: t(list === 'supply' ? 'returns:supply.promised' : 'returns:supply.state') },
        { label: t('returns:supply.waiting') },
        { label: t('returns:supply.next'), hidden: true },
      ]}
    >
      {tasks.map((task) => (
        <Row key={task.id} task={task} />
      ))}
    </Table>
  )
}

function Row({ task }: { task: SupplyTask }) {
  const { t, format } = useWords()
  const { visit } = task
  const next =
    task.kind !== 'original' ? 'readiness' : task.status === 'open' ? 'receipt' : 'inspection'
  return (
    <tr>
      <th scope="row" className="nowrap">
        <TextLink href={casePath(task.number)}>{task.number}</TextLink>
        <div className="muted xs">{task.ticket}</div>
      </th>
      <td className="own-line">
        {task.what}
        <div className="muted xs">
          {t(`returns:kind.${task.kind}`)}
          {task.what !== task.product && ` · ${task.product}`}
        </div>
      </td>
      <td className="nowrap own-line" data-label={t('returns:supply.customer')}>
        {task.customer}
      </td>
      <td
        className="nowrap own-line"
        data-label={task.kind === 'original' ? undefined : t('returns:supply.promised')}
      >
        {task.kind === 'original' ? <State task={task} /> : <Promised task={task} />}
      </td>
      <td className="nowrap own-line" data-label={t('returns:supply.waiting')}>
        {visit ? (
          `${format.day(visit.start)} ${format.span(visit.start, visit.end)}`
        ) : (
          <span className="muted">{t('returns:supply.noVisit')}</span>
        )}
      </td>
      <td className="nowrap">
        <BtnLink size="in" href={`${casePath(task.number)}/consequences/${task.id}/${next}`}>
          {t(`returns:supply.actions.${next}`)}
        </BtnLink>
      </td>
    </tr>
  )
}

function Promised({ task: { promisedOn, late } }: { task: SupplyTask }) {
  const { t, format } = useWords()
  if (promisedOn === null) return null
  const day = format.day(withinDay(promisedOn))
  if (!late) return day
  return <Status {...looks.late}>{`${day} · ${t('returns:supply.whenOf.late')}`}</Status>
}

function State({ task: { status, startedAt, collected, note } }: { task: SupplyTask }) {
  const { t, format } = useWords()
  if (status === 'going') {
    return (
      <>
        <Status {...looks.inspect}>{t('returns:supply.stepOf.inspect')}</Status>
        <div className="muted xs">
          {[startedAt && t('returns:supply.receivedAt', { ago: format.distance(startedAt) }), note]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </>
    )
  }
  return (
    <Status {...(collected ? looks.collected : looks.waits)}>
      {t(collected ? 'returns:supply.collected' : 'returns:supply.notCollected')}
    </Status>
  )
}
