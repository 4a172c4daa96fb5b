import { useWords } from '#app/i18n/use-words.ts'
import { F } from '#app/ui/links.tsx'
import { Actions, Button, ButtonLink, TextButton } from '#app/ui/portal/buttons.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import type { calendarAddress } from './calendar-address.server.ts'

/** A secret calendar address: made, replaced or stopped by whoever may read it. */
export function CalendarFeed({
  feed,
  action,
}: {
  feed: ReturnType<typeof calendarAddress>
  action: string
}) {
  const { t } = useWords()
  if (!feed) {
    return (
      <F method="post" action={action}>
        <Button name="feed" value="renew" icon="calendar">
          {t('calendar.make')}
        </Button>
      </F>
    )
  }
  return (
    <>
      <TextAreaField
        id="calendar-address"
        rows={3}
        label={t('calendar.address')}
        hint={t('calendar.secret')}
        value={feed.address}
        readOnly
        dir="ltr"
      />
      <ButtonLink href={feed.webcal} icon="calendar">
        {t('calendar.subscribe')}
      </ButtonLink>
      <F method="post" action={action}>
        <Actions>
          <TextButton name="feed" value="renew">
            {t('calendar.renew')}
          </TextButton>
          <TextButton name="feed" value="stop">
            {t('calendar.stop')}
          </TextButton>
        </Actions>
      </F>
    </>
  )
}
