import { customerFooter, type Email } from './email.ts'
import { Facts, Paragraph, TrackAction } from './parts.tsx'

export const visitLate: Email<'visit-late'> = {
  subject: ({ words, params }) => words['visit-late'].subject(params),
  preview: ({ words, params }) => words['visit-late'].preview(params),
  heading: ({ words, params }) => words['visit-late'].heading(params),
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['visit-late'].intro}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words['visit-late'].about, params.about],
          [words.common.reason, params.reason],
          [words.common.service, params.service],
          [words.common.oldTime, `${params.day}\n${params.window}`],
          [words.common.number, params.number],
        ]}
      />
      <Paragraph>{words['visit-late'].call(params.company)}</Paragraph>
      <TrackAction words={words} url={params.trackUrl}>
        {words.common.track}
      </TrackAction>
    </>
  ),
}
