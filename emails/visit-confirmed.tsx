import { customerFooter, type Email } from './email.ts'
import { Facts, Paragraph, TrackAction } from './parts.tsx'

export const visitConfirmed: Email<'visit-confirmed'> = {
  subject: ({ words, params }) => words['visit-confirmed'].subject(params),
  preview: ({ words, params }) => words['visit-confirmed'].preview(params),
  heading: ({ words }) => words['visit-confirmed'].heading,
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['visit-confirmed'].intro}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words.common.time, `${params.day}\n${params.window}`],
          [words.common.crew, params.crew],
          [words.common.work, params.work],
          [words.common.number, params.number],
        ]}
      />
      <Paragraph>
        {params.until === ''
          ? words['visit-confirmed'].change(params.company)
          : words.common.changeUntil({ ...params.company, until: params.until })}
      </Paragraph>
      <TrackAction words={words} url={params.trackUrl}>
        {words.common.track}
      </TrackAction>
    </>
  ),
}
