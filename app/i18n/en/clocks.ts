import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/clocks.ts'

export default {
  title: 'Targets',
  hours: {
    title: 'Service hours and quiet hours',
    service: 'Service hours',
    serviceHint:
      'When somebody answers, such as 08:30–22:00; several spans with commas between. An empty day has none.',
    quiet: 'Quiet hours',
    quietHint:
      'Messages that can wait are kept until these are over. Leave both empty to send at any time.',
    quietFrom: 'From',
    quietTo: 'To',
    note: 'Targets count service hours only. After a change, what is running is due by the new hours; time already spent stays as it is.',
    holidays: 'Company holidays',
    addHoliday: 'Add',
    removeHoliday: 'Remove',
    noHolidays: 'No company holidays ahead.',
  },
  targets: {
    title: 'Severities and targets',
    lede: 'What customers are promised, in service time: nights, days off and pauses don’t count.',
    means: {
      '1': 'unusable or unsafe',
      '2': 'likely to become severity 1',
      '3': 'partly impaired',
      '4': 'cosmetic, or now and then',
    },
    firstContact: 'First contact (minutes)',
    onSite: 'On site (hours)',
    resolution: 'Resolve (hours)',
    said: 'first contact {{firstContact}}, on site {{onSite}}, resolve {{resolution}}',
    note: 'After a change, open tickets are due by the new targets from their start; time already spent stays as it is. Before assessment, the shortest first contact counts.',
  },
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
  heldUntil: 'Stopped, look again {{day}}',
  met: '{{time}}, in time',
  metLate: '{{time}}, late',
  due: '{{kind}}: due {{at}}',
  dueAgreed: '{{kind}}: the agreed window ends {{at}}',
  goal: 'Target {{time}}',
  goalUntil: 'Target {{time}}, due {{at}}',
  goalAgreed: 'Agreed window ends {{at}}',
} satisfies Translation<typeof zh>
