import { useWords } from '#app/i18n/use-words.ts'
import { withinDay } from '#app/routes/console/civil-day.ts'
import {
  blankRowHeight,
  fieldsHeight,
  headingHeight,
  pageRoom,
  signGap,
  signHeight,
  tableHeadHeight,
} from '#app/ui/paper/measure.ts'
import { inPages, type Part, part } from '#app/ui/paper/pages.tsx'
import { SheetSign, SheetTable, SheetTimes } from '#app/ui/paper/sheet.tsx'
import { checksPart } from './checks-part.tsx'
import { factsPart } from './facts-part.tsx'
import { materialsPart } from './materials-part.tsx'
import { homeOf, remindersOf } from './reminders.ts'
import type { CompanyView, SheetView } from './sheet-view.server.ts'

const spares = [2, 1, 0] as const
/** How many lines to write on there are beyond the fewest. */
type Spare = (typeof spares)[number]

/**
 * The sections of a job sheet in their order; with fewer lines to write on when that is what it takes to stay on one
 * page.
 */
export function useJobParts(sheet: SheetView, company: CompanyView): Part[] {
  const words = useWords()
  const all = spares.map((spare) => partsOf(sheet, company, { ...words, spare }))
  return all.find((parts) => inPages(parts, pageRoom).length === 1) ?? all[0]!
}

function partsOf(
  sheet: SheetView,
  company: CompanyView,
  { t, format, spare }: Pick<ReturnType<typeof useWords>, 't' | 'format'> & { spare: Spare },
): Part[] {
  const continued = (title: string) => t('paper:continued', { title })
  const { order, warranty, before, severity } = sheet
  const day = (civil: string) => format.date(withinDay(civil))
  const level = [
    severity !== null && t(`words:severity.${severity}`),
    before &&
      t('paper:sheet.rework', {
        date: format.date(before.at),
        crew: before.sameCrew ? t('paper:sheet.sameCrew') : before.crew,
      }),
  ]
  return [
    factsPart(
      t('paper:sheet.customer'),
      [
        { term: t('paper:sheet.name'), text: sheet.name, strong: true },
        { term: t('paper:sheet.phone'), text: format.phone(sheet.phone), strong: true },
        { term: t('paper:sheet.address'), text: sheet.address, strong: true, wide: true },
        { term: t('paper:sheet.home'), text: homeOf(sheet.home, t), wide: true },
      ],
      continued,
    ),
    factsPart(
      t('paper:sheet.goods'),
      [
        { term: t('paper:sheet.product'), text: sheet.product },
        order && {
          term: t('paper:sheet.order'),
          text: order.deliveredOn
            ? t('paper:sheet.orderDelivered', {
                number: order.number,
                date: day(order.deliveredOn),
              })
            : order.number,
        },
        warranty && {
          term: t('paper:sheet.warranty'),
          text: t(warranty.covered ? 'paper:sheet.covered' : 'paper:sheet.notCovered', {
            date: day(warranty.until),
          }),
          strong: warranty.covered,
        },
        {
          term: t('paper:sheet.severity'),
          text: level.filter(Boolean).join(t('paper:and')),
        },
        { term: t('paper:sheet.problem'), text: sheet.description, wide: true },
        sheet.work !== sheet.description && {
          term: t('paper:sheet.work'),
          text: sheet.work,
          wide: true,
        },
        {
          term: t('paper:sheet.reminders'),
          text: remindersOf(sheet, { t, format }).join('\n'),
          strong: true,
          wide: true,
        },
      ],
      continued,
    ),
    materialsPart(sheet.goods, { t, spare }),
    checksPart(sheet.checks, t),
    timesPart(),
    extrasPart(),
    signPart(),
  ]

  function timesPart() {
    const labels = [
      t('words:step.set_out'),
      t('paper:sheet.callAhead', { minutes: company.callAheadMinutes }),
      t('words:step.arrived'),
      t('words:step.started'),
      t('paper:sheet.paused'),
      t('words:step.finished'),
    ]
    return part({
      title: t('paper:sheet.times'),
      head: headingHeight,
      rows: [labels],
      height: fieldsHeight,
      render: () => <SheetTimes labels={labels} />,
    })
  }

  function extrasPart() {
    const head = [
      { label: t('paper:sheet.extra') },
      { label: t('paper:sheet.minutes'), num: true, size: 'small' as const },
      { label: t('paper:sheet.price'), num: true, size: 'middle' as const },
      { label: t('paper:sheet.agreed'), num: true, size: 'middle' as const },
    ]
    return part({
      title: t('paper:sheet.extras'),
      head: tableHeadHeight,
      rows: [spare === 2 ? 2 : 1],
      height: (blank) => blank * blankRowHeight,
      render: ([blank]) => <SheetTable head={head} blank={blank!} />,
    })
  }

  function signPart() {
    const members = sheet.members.length > 0 ? sheet.members : ['']
    const lines = [
      t('paper:sheet.customerSigns'),
      ...members.map((name) => t('paper:sheet.member', { name })),
    ].map((words) => ({ words }))
    return part({
      title: null,
      head: signGap,
      follows: true,
      rows: [lines],
      height: () => Math.ceil(lines.length / 3) * signHeight,
      render: () => <SheetSign label={t('paper:sheet.signing')} lines={lines} />,
    })
  }
}
