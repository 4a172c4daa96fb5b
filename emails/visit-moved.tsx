import { customerFooter, type Email } from './email.ts'
import { Facts, Paragraph, TrackAction } from './parts.tsx'

export const visitMoved: Email<'visit-moved'> = {
  subject: ({ words, params }) => words['visit-moved'].subject(params),
  preview: ({ words, params }) => words['visit-moved'].preview(params),
  heading: ({ words }) => words['visit-moved'].heading,
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['visit-moved'].intro}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words.common.newTime, `${params.day}\n${params.window}`],
          [words.common.oldTime, `${params.oldDay}\n${params.oldWindow}`],
          [words.common.reason, params.reason],
          [words.common.crew, params.crew],
          [words.common.number, params.number],
        ]}
      />
      <Paragraph>{words['visit-moved'].change(params.company)}</Paragraph>
      <TrackAction words={words} url={params.trackUrl}>
        {words.common.track}
      </TrackAction>
    </>
  ),
}
