import { customerFooter, type Email } from './email.ts'
import { Facts, Paragraph, TrackAction } from './parts.tsx'

export const visitCancelled: Email<'visit-cancelled'> = {
  subject: ({ words, params }) => words['visit-cancelled'].subject(params),
  preview: ({ words, params }) => words['visit-cancelled'].preview(params),
  heading: ({ words, params }) => words['visit-cancelled'].heading(params),
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['visit-cancelled'].intro(params)}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words.common.service, params.service],
          [words.common.time, `${params.day}\n${params.window}`],
          [words['visit-cancelled'].along, params.along],
          [words.common.standing, params.standing],
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
