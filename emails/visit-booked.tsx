import { customerFooter, type Email } from './email.ts'
import { Facts, Paragraph, TrackAction } from './parts.tsx'

export const visitBooked: Email<'visit-booked'> = {
  subject: ({ words, params }) => words['visit-booked'].subject(params),
  preview: ({ words, params }) => words['visit-booked'].preview(params),
  heading: ({ words, params }) => words['visit-booked'].heading(params),
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['visit-booked'].intro}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words.common.service, params.service],
          [words.common.time, `${params.day}\n${params.window}`],
          [words['visit-booked'].second, params.second],
          [words.common.work, params.work ?? ''],
          [words.common.address, params.address],
          [words.common.number, params.number],
        ]}
      />
      <Paragraph>
        {params.until === ''
          ? words.common.changeByPhone(params.company)
          : words.common.changeUntil({ ...params.company, until: params.until })}
      </Paragraph>
      <TrackAction words={words} url={params.trackUrl}>
        {params.until === '' ? words.common.track : words['visit-booked'].button}
      </TrackAction>
    </>
  ),
}
