import { useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Notice } from '#app/ui/portal/notices.tsx'
import { replyOf } from '../sending.ts'
import { hasRefusedPhotos, RefusedPhotos } from './photo-sections.tsx'
import { formOf } from './visit-form.tsx'

/** On top of the page, what a form sent without a script was answered with, and the way to it. */
export function Answer({ reply: answered }: { reply: unknown }) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('[role=alert]')?.focus(), [answered])
  const reply = replyOf(answered)
  const form = formOf(answered)
  if (!reply && !hasRefusedPhotos(answered)) return null
  const count = Object.values(reply?.lastResult.error ?? {}).flat().length
  const said = reply?.refusal
    ? t(`refusals:${reply.refusal.refusal}` as 'refusals:notFound', reply.refusal.values)
    : t('common:problems', { count })
  return (
    <div ref={box}>
      {reply && (
        <Notice tone="trouble" icon="alert" alert>
          {form ? <a href={`#${form}`}>{said}</a> : said}
        </Notice>
      )}
      <RefusedPhotos reply={answered} />
    </div>
  )
}
