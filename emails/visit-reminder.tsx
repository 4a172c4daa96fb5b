import { customerFooter, type Email } from './email.ts'
import { Facts, Paragraph, TrackAction } from './parts.tsx'

export const visitReminder: Email<'visit-reminder'> = {
  subject: ({ words, params }) => words['visit-reminder'].subject(params),
  preview: ({ words, params }) => words['visit-reminder'].preview(params),
  heading: ({ words }) => words['visit-reminder'].heading,
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['visit-reminder'].intro}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words.common.service, params.service],
          [words.common.time, `${params.day}\n${params.window}`],
          [words.common.work, params.work],
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
        {words.common.track}
      </TrackAction>
    </>
  ),
}
