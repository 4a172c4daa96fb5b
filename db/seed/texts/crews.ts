import type { Skill } from '#db/vocabulary/visits.ts'
import type { City } from './places.ts'

export interface CrewText {
  nameZh: string
  nameEn: string
  skills: readonly Skill[]
  /** Whose homes it goes to; `null` for all. */
  city: City | null
  home: string
  vehicle: string
  weekdays: readonly number[]
  hours: readonly [string, string]
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]

export const crewTexts: readonly CrewText[] = [
  {
    nameZh: '园区维修一组',
    nameEn: 'Repair crew 1',
    skills: ['repair'],
    city: 'suzhou',
    home: '工业园区',
    vehicle: '苏E·D3170',
    weekdays: everyDay,
    hours: ['08:00', '20:00'],
  },
  {
    nameZh: '姑苏维修二组',
    nameEn: 'Repair crew 2',
    skills: ['repair'],
    city: 'suzhou',
    home: '姑苏区',
    vehicle: '苏E·D5826',
    weekdays: everyDay,
    hours: ['08:00', '20:00'],
  },
  {
    nameZh: '浦东维修安装组',
    nameEn: 'Pudong repair and fitting crew',
    skills: ['repair', 'install'],
    city: 'shanghai',
    home: '浦东新区',
    vehicle: '沪A·D0913',
    weekdays: [1, 2, 3, 4, 5, 6],
    hours: ['08:00', '18:00'],
  },
  {
    nameZh: '苏州送货组',
    nameEn: 'Suzhou delivery crew',
    skills: ['delivery'],
    city: 'suzhou',
    home: '吴中区',
    vehicle: '苏E·9K206',
    weekdays: [1, 3, 4, 5, 6, 7],
    hours: ['08:00', '18:00'],
  },
  {
    nameZh: '上海送货安装组',
    nameEn: 'Shanghai delivery and fitting crew',
    skills: ['delivery', 'install'],
    city: 'shanghai',
    home: '闵行区',
    vehicle: '沪A·7M458',
    weekdays: [2, 3, 4, 5, 6, 7],
    hours: ['08:00', '18:00'],
  },
  {
    nameZh: '苏州安装组',
    nameEn: 'Suzhou fitting crew',
    skills: ['install', 'repair'],
    city: 'suzhou',
    home: '虎丘区',
    vehicle: '苏E·D7741',
    weekdays: [2, 3, 4, 5, 6, 7],
    hours: ['08:30', '17:30'],
  },
  {
    nameZh: '量尺组',
    nameEn: 'Survey crew',
    skills: ['survey'],
    city: null,
    home: '工业园区',
    vehicle: '苏E·D6602',
    weekdays: [1, 2, 3, 4, 5],
    hours: ['08:30', '17:30'],
  },
  {
    nameZh: '上海晚间维修组',
    nameEn: 'Shanghai evening repair crew',
    skills: ['repair'],
    city: 'shanghai',
    home: '徐汇区',
    vehicle: '沪A·D2287',
    weekdays: [1, 2, 4, 5, 6, 7],
    hours: ['15:00', '21:00'],
  },
]
