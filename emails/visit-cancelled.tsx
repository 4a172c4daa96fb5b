import { customerFooter, type Email } from './email.ts'
import { Facts, Paragraph, TrackAction } from './parts.tsx'

export const visitCancelled: Email<'visit-cancelled'> = {
  subject: ({ words, params }) => words['visit-cancelled'].subject(params),
  preview: ({ words }) => words['visit-cancelled'].preview,
  heading: ({ words }) => words['visit-cancelled'].heading,
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['visit-cancelled'].intro}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words.common.time, `${params.day}\n${params.window}`],
          [words.common.reason, params.reason],
          [words.common.number, params.number],
        ]}
      />
      <Paragraph>{words['visit-cancelled'].again(params.company)}</Paragraph>
      <TrackAction words={words} url={params.trackUrl}>
        {words.common.track}
      </TrackAction>
    </>
  ),
}
