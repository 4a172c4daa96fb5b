import { useWords } from '#app/i18n/use-words.ts'
import { isOutside } from '#app/domain/work/reading.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { useVisit } from './loaded-visit.ts'

/** What was done, read and left out, as the customer signs it. */
export function WorkFacts() {
  const { checks, skill, workDone, outcome, pauses } = useVisit()
  const { t, format } = useWords()
  const done = checks.filter((item) => item.done).length
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
    ...checks.flatMap((item) =>
      item.reason
        ? [{ term: item.text, children: t('crew:checks.leftOut', { reason: item.reason }) }]
        : [],
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
