import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { Warn } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import type { CapacityData } from './capacity.tsx'

/** What was just closed or opened, and the way back; the cursor is there. */
export function ClosingDone({ data: { done, area } }: { data: CapacityData }) {
  const { t, format, locale } = useWords()
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => line.current?.focus(), [done?.at, done?.done])
  if (!done || !area) return null
  const { count, day } = done
  const name = locale === 'en' ? area.nameEn : area.nameZh
  const words = {
    closed: count > 0 ? t('bookings:close.done', { count }) : t('bookings:close.doneNone'),
    opened: count > 0 ? t('bookings:close.opened', { count }) : t('bookings:close.openedNone'),
    undone: t('bookings:close.undone', { count }),
  }
  return (
    <Warn tone={count > 0 ? 'good' : 'waiting'} icon={count > 0 ? 'check' : 'alert'}>
      <p role="status" ref={line} tabIndex={-1}>
        {day && <b>{`${name} ${format.day(withinDay(day))}`} </b>}
        {words[done.done]}
      </p>
      {done.done === 'closed' && count > 0 && (
        <Form method="post">
          <input type="hidden" name="areaId" value={area.id} />
          <input type="hidden" name="at" value={done.at ?? ''} />
          <Btn name="intent" value="undo" icon="undo">
            {t('bookings:close.undo')}
          </Btn>
        </Form>
      )}
    </Warn>
  )
}
