import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/clocks.ts'

export default {
  title: 'Targets',
  kind: { first_contact: 'First contact', on_site: 'On site', resolution: 'Resolve' },
  time: {
    days: '{{n}} d',
    hours: '{{n}} h',
    minutes: '{{n}} min',
    under: 'under 1 min',
  },
  left: '{{time}} left',
  over: '{{time}} over',
  held: 'Stopped',
  heldUntil: 'Stopped until {{day}}',
  met: '{{time}}, in time',
  metLate: '{{time}}, late',
  due: '{{kind}}: due {{at}}',
  dueAgreed: '{{kind}}: the agreed window ends {{at}}',
  goal: 'Target {{time}}',
  goalUntil: 'Target {{time}}, due {{at}}',
  goalAgreed: 'Agreed window ends {{at}}',
} satisfies Translation<typeof zh>
