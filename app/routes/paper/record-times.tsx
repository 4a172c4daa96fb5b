import { useWords } from '#app/i18n/use-words.ts'
import { type GridItem, SheetGrid, SheetSection } from '#app/ui/paper/sheet.tsx'
import type { SignedContent } from './record-view.server.ts'

const steps = {
  set_out: 'setOut',
  arrived: 'arrived',
  started: 'started',
  finished: 'finished',
} as const

/** VS-2: when the crew set out, arrived, began and finished, and when and why the work rested. */
export function Times({ content: { times, pauses, delays } }: { content: SignedContent }) {
  const { t, format } = useWords()
  const noted = (words: string, note: string | null | undefined) =>
    note ? t('record:withNote', { words, note }) : words
  const items: GridItem[] = [
    ...Object.entries(steps).flatMap(([step, key]) => {
      const at = times?.[key]
      return at
        ? [{ term: t(`words:step.${step as keyof typeof steps}`), children: format.dated(at) }]
        : []
    }),
    ...(delays ?? []).map(({ reason, note, expectedAt, toldAt }) => ({
      term: t('record:late'),
      wide: true,
      children: t('record:lateTold', {
        at: toldAt ? format.dated(toldAt) : '',
        reason: noted(t(`words:lateReason.${reason}`), note),
        expected: expectedAt ? format.time(expectedAt) : '',
      }),
    })),
    ...(pauses ?? []).map(({ reason, note, pausedAt, resumedAt }) => {
      const words = noted(t(`words:pauseReason.${reason}`), note)
      const from = pausedAt ? format.time(pausedAt) : ''
      return {
        term: t('record:pauses'),
        wide: true,
        children: resumedAt
          ? t('record:paused', { from, to: format.time(resumedAt), reason: words })
          : t('record:pausedOpen', { from, reason: words }),
      }
    }),
  ]
  if (items.length === 0) return null
  return (
    <SheetSection title={t('record:times')}>
      <SheetGrid items={items} />
    </SheetSection>
  )
}
