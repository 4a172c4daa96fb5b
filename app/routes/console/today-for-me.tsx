import { Form } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { MiniList, Section } from '#app/ui/console/sections.tsx'
import type { forMeOfToday } from './for-me-view.server.ts'
import { When } from './tickets/conversation.tsx'

type ForMe = Awaited<ReturnType<typeof forMeOfToday>>

/** IN-9: what colleagues and customers ask of whoever is signed in, by name. */
export function TodayForMe({ forMe: { mentions, offered, asked } }: { forMe: ForMe }) {
  const { t } = useWords()
  return (
    <>
      <List
        title={t('desk:today.offered')}
        items={offered.map(({ number, name, by, note, at }) => ({
          href: `/console/tickets/${number}`,
          number,
          text: name,
          foot: (
            <>
              {t('desk:today.mentionRow', { by, note })} · <When iso={at} />
            </>
          ),
        }))}
      />
      <List
        title={t('desk:today.mentions')}
        items={mentions.map(({ id, number, name, by, note, at, event }) => ({
          key: String(id),
          href: `/console/tickets/${number}`,
          number,
          text: name,
          foot: (
            <>
              {t('desk:today.mentionRow', { by, note })} · <When iso={at} />
            </>
          ),
          action: (
            <Form method="post" action={`/console/tickets/${number}/looks`}>
              <input type="hidden" name="event" value={event} />
              <Btn
                variant="quiet"
                size="in"
                icon="check"
                name="today"
                value="yes"
                aria-label={t('desk:today.seenOf', { number })}
              >
                {t('desk:today.seen')}
              </Btn>
            </Form>
          ),
        }))}
      />
      <List
        title={t('desk:today.asked')}
        items={asked.map(({ number, name, owner, who, words, at }) => ({
          href: `/console/tickets/${number}`,
          number,
          text: name,
          foot: (
            <>
              {t(who === 'crew' ? 'desk:today.askedCrew' : 'desk:today.askedDesk')}
              {words && ` · ${words}`} ·{' '}
              {owner ? t('desk:today.owner', { name: owner }) : t('desk:today.nobody')} ·{' '}
              <When iso={at} />
            </>
          ),
        }))}
      />
    </>
  )
}

function List({ title, items }: { title: string; items: Parameters<typeof MiniList>[0]['items'] }) {
  if (items.length === 0) return null
  return (
    <Section title={title} right={items.length}>
      <MiniList items={items} />
    </Section>
  )
}
