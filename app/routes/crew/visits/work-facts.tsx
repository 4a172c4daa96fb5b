import { useWords } from '#app/i18n/use-words.ts'
import { isOutside } from '#app/domain/work/reading.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import type { Check } from './crew-visit.ts'
import { useVisit } from './loaded-visit.ts'

/** What was done, read and left out, as the customer signs it. */
export function WorkFacts() {
  const { checks, skill, workDone, outcome, pauses } = useVisit()
  const { t, format } = useWords()
  const done = checks.filter((item) => item.done).length
  const leftOut = outcome === 'taken_away' ? byReason(checks) : eachAlone(checks)
  const items = [
    { term: t(`words:skill.${skill}`), children: <span className="typed">{workDone}</span> },
    ...(outcome && outcome !== 'done'
      ? [{ term: t('crew:sign.outcome'), children: t(`words:outcome.${outcome}`) }]
      : []),
    ...(checks.length > 0
      ? [
          {
            term: t('crew:sign.checks'),
            children: t('crew:sign.checksDone', { done, of: checks.length }),
          },
        ]
      : []),
    ...checks.flatMap((item) =>
      item.value === null
        ? []
        : [
            {
              term: item.text,
              children: t(isOutside(item) ? 'crew:reading.outside' : 'crew:reading.read', {
                value: item.value,
                unit: item.unit ?? '',
              }),
            },
          ],
    ),
    ...leftOut.map(({ reason, items: [first, ...others] }) =>
      others.length > 0
        ? {
            term: t('crew:cannot.notDone'),
            children: t('crew:cannot.notDoneBecause', {
              reason,
              items: [first, ...others].join(t('crew:cannot.and')),
            }),
          }
        : { term: first, children: t('crew:checks.leftOut', { reason }) },
    ),
    ...pauses.flatMap(({ reason, at, until }) =>
      until
        ? [
            {
              term: t('crew:pause.list'),
              children: `${format.span(at, until)} ${t(`words:pauseReason.${reason}`)}`,
            },
          ]
        : [],
    ),
  ]
  return <Facts items={items} />
}

interface LeftOut {
  reason: string
  items: [string, ...string[]]
}

const eachAlone = (checks: Check[]): LeftOut[] =>
  checks.flatMap(({ reason, text }) => (reason ? [{ reason, items: [text] }] : []))

/** What stayed open as the item left the home is said once (VS-4). */
function byReason(checks: Check[]): LeftOut[] {
  const found = new Map<string, LeftOut>()
  for (const one of eachAlone(checks)) {
    const same = found.get(one.reason)
    if (same) same.items.push(...one.items)
    else found.set(one.reason, one)
  }
  return [...found.values()]
}
