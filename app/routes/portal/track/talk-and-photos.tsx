import type { ReactNode } from 'react'
import { useMatches } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { LetterSection } from '#app/ui/portal/letter.tsx'
import { Photos } from '#app/ui/portal/photos.tsx'
import { Talk, type TalkItem } from '#app/ui/portal/talk.tsx'
import { MessageForm } from './message-form.tsx'
import type { TrackPage } from './next.tsx'
import { PhotosForm } from './photos-form.tsx'

/** Taken by the crew. */
const theirs = ['before', 'after', 'damage', 'custody'] as const

/** The conversation and the pictures; a form that was not taken stands again in its place, with what was typed. */
export function TalkAndPhotos({ page, inPlace }: { page: TrackPage; inPlace: ReactNode }) {
  const { t, format } = useWords()
  const { ticket, token } = page
  const talk = useTalkItems(page)
  const part = useMatches().at(-1)?.pathname.split('/').at(-1)
  const photos = ticket.pictures.filter(
    ({ stage, pdf }) => stage !== 'signature' && stage !== 'consent' && stage !== 'desk' && !pdf,
  )
  return (
    <>
      <LetterSection id="talk" title={t('track:talk.title')}>
        {ticket.talk.length > 0 ? (
          <Talk items={talk} />
        ) : (
          <p className="muted">{t('track:talk.empty')}</p>
        )}
        {part === 'messages' ? inPlace : <MessageForm page={page} />}
      </LetterSection>
      <LetterSection id="photos" title={t('track:photos.title')}>
        {photos.length === 0 && <p className="muted">{t('track:photos.none')}</p>}
        <Photos
          large
          items={photos.map(({ id, at, stage }, index) => {
            const day = format.day(at)
            const src = `/track/${token}/files/${id}`
            const by = theirs.find((one) => one === stage) ?? 'you'
            return {
              src,
              href: src,
              alt: t('track:photos.alt', { day, n: index + 1 }),
              foot: t(`track:photos.${by}`, { day }),
            }
          })}
        />
        {part === 'photos' ? inPlace : <PhotosForm page={page} />}
      </LetterSection>
    </>
  )
}

function useTalkItems({ ticket, today, token }: TrackPage): TalkItem[] {
  const { t, format } = useWords()
  const now = format.day(`${today}T12:00:00Z`)
  const items: TalkItem[] = []
  let day = ''
  for (const message of ticket.talk) {
    const said = format.day(message.at)
    if (said !== day) {
      day = said
      items.push({ kind: 'day', label: said === now ? t('track:talk.today') : said })
    }
    items.push({
      kind: 'message',
      mine: message.mine,
      who: message.mine
        ? t(message.writtenDown ? 'track:talk.youToldUs' : 'track:talk.you')
        : message.author
          ? t('track:talk.staff', { name: message.author })
          : t('track:desk'),
      at: format.time(message.at),
      iso: message.at,
      text: (
        <>
          {message.body}
          {ticket.pictures
            .filter(({ messageId, pdf }) => messageId === message.id && pdf)
            .map(({ id, name }) => (
              <a key={id} className="block" href={`/track/${token}/files/${id}`}>
                {t('track:talk.file', { name })}
              </a>
            ))}
        </>
      ),
      photos: ticket.pictures
        .filter(({ messageId, pdf }) => messageId === message.id && !pdf)
        .map(({ id, name }) => {
          const src = `/track/${token}/files/${id}`
          return { src, href: src, alt: t('track:talk.photo', { name }) }
        }),
    })
  }
  return items
}
