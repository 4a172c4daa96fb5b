import { customerFooter, type Email } from './email.ts'
import { Facts, Paragraph, TrackAction } from './parts.tsx'

export const crewNoShow: Email<'crew-no-show'> = {
  subject: ({ words, params }) => words['crew-no-show'].subject(params),
  preview: ({ words }) => words['crew-no-show'].preview,
  heading: ({ words }) => words['crew-no-show'].heading,
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['crew-no-show'].intro}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words.common.service, params.service],
          [words.common.time, `${params.day}\n${params.window}`],
          [words.common.reason, params.reason],
          [words.common.number, params.number],
        ]}
      />
      <Paragraph>{words['crew-no-show'].again(params.company)}</Paragraph>
      <TrackAction words={words} url={params.trackUrl}>
        {words['crew-no-show'].button}
      </TrackAction>
    </>
  ),
}
