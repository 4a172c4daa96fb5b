import { customerFooter, type Email } from './email.ts'
import { Facts, Paragraph, TrackAction } from './parts.tsx'

export const visitMoved: Email<'visit-moved'> = {
  subject: ({ words, params }) => words['visit-moved'].subject(params),
  preview: ({ words, params }) => words['visit-moved'].preview(params),
  heading: ({ words, params }) => words['visit-moved'].heading(params),
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['visit-moved'].intro(params)}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words.common.service, params.service],
          [words.common.newTime, `${params.day}\n${params.window}`],
          [words.common.oldTime, `${params.oldDay}\n${params.oldWindow}`],
          [words['visit-moved'].along, params.along],
          [words.common.standing, params.standing],
          [words.common.reason, params.reason],
          [words.common.crew, params.crew],
          [words.common.number, params.number],
        ]}
      />
      <Paragraph>
        {params.until === ''
          ? words['visit-moved'].change(params.company)
          : words.common.changeUntil({ ...params.company, until: params.until })}
      </Paragraph>
      <TrackAction words={words} url={params.trackUrl}>
        {words.common.track}
      </TrackAction>
    </>
  ),
}
