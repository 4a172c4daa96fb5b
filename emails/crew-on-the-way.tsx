import { customerFooter, type Email } from './email.ts'
import { Facts, Paragraph, TrackAction } from './parts.tsx'

export const crewOnTheWay: Email<'crew-on-the-way'> = {
  subject: ({ words, params }) => words['crew-on-the-way'].subject(params),
  preview: ({ words, params }) => words['crew-on-the-way'].preview(params),
  heading: ({ words }) => words['crew-on-the-way'].heading,
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['crew-on-the-way'].intro}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words['crew-on-the-way'].about, params.about],
          [words.common.crew, params.crew],
          [words['crew-on-the-way'].vehicle, params.vehicle],
          [words.common.service, params.service],
          [words['crew-on-the-way'].agreed, `${params.day}\n${params.window}`],
          [words.common.number, params.number],
        ]}
      />
      <Paragraph>{words['crew-on-the-way'].roughly(params.company)}</Paragraph>
      <TrackAction words={words} url={params.trackUrl}>
        {words.common.track}
      </TrackAction>
    </>
  ),
}
