import { useOutlet } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { CallTo, ScriptBox } from '#app/ui/console/call.tsx'
import { Column } from '#app/ui/console/layout.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { CallBack, NoAnswer } from './attempt-forms.tsx'
import type { CallView } from './call-view.server.ts'
import { useSaving } from './saving.ts'
import { ScoresAsked } from './scores-form.tsx'
import { VerdictAsked } from './verdict-form.tsx'
import { useWishWords } from './wish-words.ts'

type Reply = Parameters<typeof useFormOf<never>>[1]['reply']

/** What to say, what was answered; the answers are one form, an attempt without answers another. */
export function CallForm({
  call,
  saved,
  reply,
}: {
  call: CallView
  /** Whom the call before was with. */
  saved: string | null
  reply: Reply
}) {
  const { t, format } = useWords()
  const { ticket } = call
  const saving = useSaving()
  const wished = useWishWords()(call.wish)
  const anotherTime = useOutlet(call) ?? <CallBack call={call} />
  const say = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (saved) say.current?.querySelector<HTMLElement>('.callto a')?.focus()
  }, [saved])
  return (
    <Column
      foot={
        <div className="sec actions foot">
          <Btn variant="go" size="lg" form="answers" disabled={saving}>
            {t(saving ? 'followUps:saving' : 'followUps:save')}
          </Btn>
          <NoAnswer call={call} />
          {anotherTime}
        </div>
      }
    >
      <div id="say" tabIndex={-1} ref={say}>
        <Section label={t('followUps:say')}>
          {saved && (
            <p role="status">{t('followUps:savedNext', { name: saved, next: ticket.name })}</p>
          )}
          <CallTo href={`tel:${ticket.phone}`} number={format.phone(ticket.phone)}>
            {ticket.name} · {t(`followUps:speaks.${ticket.locale}`)}
          </CallTo>
          {wished && (
            <Warn tone="waiting" icon="bell">
              <b>{t('followUps:wished')}</b> {wished}
            </Warn>
          )}
          <ScriptBox say={t('followUps:say')}>
            <span lang={ticket.locale}>{call.script}</span>
          </ScriptBox>
        </Section>
      </div>
      {call.kind === 'complaint' ? (
        <VerdictAsked call={call} reply={reply} />
      ) : (
        <ScoresAsked call={call} reply={reply} />
      )}
    </Column>
  )
}
