import type { Skill } from '#db/vocabulary/visits.ts'

interface Week {
  weekdays: readonly number[]
  hours: readonly [string, string]
}

export interface CrewText {
  nameZh: string
  nameEn: string
  skills: readonly Skill[]
  /** Where it goes; the first is its home. */
  areas: readonly [string, ...string[]]
  vehicle: string
  /** One for each week of its rotation. */
  weeks: readonly [Week, ...Week[]]
  membersNeeded: number
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const everySuzhou = ['工业园区', '姑苏区', '虎丘区', '吴中区'] as const
const everyShanghai = ['浦东新区', '徐汇区', '闵行区'] as const

type Areas = CrewText['areas']
const from = (home: string, areas: readonly string[]): Areas => [
  home,
  ...areas.filter((area) => area !== home),
]

/** Nobody goes to 宝山区. */
export const crewTexts: readonly CrewText[] = [
  {
    nameZh: '园区维修一组',
    nameEn: 'Repair crew 1',
    skills: ['repair'],
    areas: from('工业园区', everySuzhou),
    vehicle: '苏E·D3170',
    weeks: [{ weekdays: everyDay, hours: ['08:00', '20:00'] }],
    membersNeeded: 1,
  },
  {
    nameZh: '姑苏维修二组',
    nameEn: 'Repair crew 2',
    skills: ['repair'],
    areas: from('姑苏区', everySuzhou),
    vehicle: '苏E·D5826',
    weeks: [{ weekdays: everyDay, hours: ['08:00', '20:00'] }],
    membersNeeded: 1,
  },
  {
    nameZh: '浦东维修安装组',
    nameEn: 'Pudong repair and fitting crew',
    skills: ['repair', 'install'],
    areas: from('浦东新区', everyShanghai),
    vehicle: '沪A·D0913',
    weeks: [{ weekdays: [1, 2, 3, 4, 5, 6], hours: ['08:00', '18:00'] }],
    membersNeeded: 1,
  },
  {
    nameZh: '苏州送货组',
    nameEn: 'Suzhou delivery crew',
    skills: ['delivery'],
    areas: from('吴中区', everySuzhou),
    vehicle: '苏E·9K206',
    weeks: [{ weekdays: [1, 3, 4, 5, 6, 7], hours: ['08:00', '18:00'] }],
    membersNeeded: 2,
  },
  {
    nameZh: '上海送货安装组',
    nameEn: 'Shanghai delivery and fitting crew',
    skills: ['delivery', 'install'],
    areas: from('闵行区', everyShanghai),
    vehicle: '沪A·7M458',
    weeks: [{ weekdays: [2, 3, 4, 5, 6, 7], hours: ['08:00', '18:00'] }],
    membersNeeded: 1,
  },
  {
    nameZh: '苏州安装组',
    nameEn: 'Suzhou fitting crew',
    skills: ['install', 'repair'],
    areas: from('虎丘区', everySuzhou),
    vehicle: '苏E·D7741',
    weeks: [{ weekdays: [2, 3, 4, 5, 6, 7], hours: ['08:30', '17:30'] }],
    membersNeeded: 1,
  },
  {
    nameZh: '量尺组',
    nameEn: 'Survey crew',
    skills: ['survey'],
    areas: from('工业园区', [...everySuzhou, ...everyShanghai]),
    vehicle: '苏E·D6602',
    weeks: [{ weekdays: [1, 2, 3, 4, 5], hours: ['08:30', '17:30'] }],
    membersNeeded: 1,
  },
  {
    nameZh: '上海晚间维修组',
    nameEn: 'Shanghai evening repair crew',
    skills: ['repair'],
    areas: from('徐汇区', everyShanghai),
    vehicle: '沪A·D2287',
    weeks: [{ weekdays: [1, 2, 4, 5, 6, 7], hours: ['15:00', '21:00'] }],
    membersNeeded: 1,
  },
  {
    nameZh: '园区送货二组',
    nameEn: 'Industrial Park delivery crew',
    skills: ['delivery'],
    areas: from('工业园区', everySuzhou),
    vehicle: '苏E·3F815',
    weeks: [{ weekdays: [1, 2, 3, 4, 5, 6], hours: ['08:00', '18:00'] }],
    membersNeeded: 2,
  },
  {
    nameZh: '园区安装二组',
    nameEn: 'Industrial Park fitting crew',
    skills: ['install'],
    areas: ['工业园区', '吴中区'],
    vehicle: '苏E·D4408',
    weeks: [
      { weekdays: [1, 2, 3, 4, 5, 6], hours: ['08:00', '17:30'] },
      { weekdays: [1, 2, 4, 5, 6, 7], hours: ['11:00', '20:00'] },
    ],
    membersNeeded: 1,
  },
  {
    nameZh: '园区安装三组',
    nameEn: 'Fitting and repair crew',
    skills: ['install', 'repair'],
    areas: ['工业园区', '姑苏区', '虎丘区'],
    vehicle: '苏E·D9035',
    weeks: [{ weekdays: everyDay, hours: ['08:00', '17:30'] }],
    membersNeeded: 1,
  },
  {
    nameZh: '姑苏维修三组',
    nameEn: 'Repair crew 3',
    skills: ['repair'],
    areas: ['姑苏区', '工业园区'],
    vehicle: '苏E·D1264',
    weeks: [{ weekdays: everyDay, hours: ['08:30', '18:00'] }],
    membersNeeded: 1,
  },
  {
    nameZh: '园区晚间量尺组',
    nameEn: 'Evening survey crew',
    skills: ['survey'],
    areas: ['工业园区'],
    vehicle: '苏E·D7390',
    weeks: [{ weekdays: everyDay, hours: ['17:30', '20:30'] }],
    membersNeeded: 1,
  },
]
