import { customerFooter, type Email } from './email.ts'
import { Facts, Paragraph, TrackAction } from './parts.tsx'

export const customerNoShow: Email<'customer-no-show'> = {
  subject: ({ words, params }) => words['customer-no-show'].subject(params),
  preview: ({ words }) => words['customer-no-show'].preview,
  heading: ({ words }) => words['customer-no-show'].heading,
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['customer-no-show'].intro(params)}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words.common.service, params.service],
          [words.common.time, `${params.day}\n${params.window}`],
          [words['customer-no-show'].arrived, params.arrived],
          [words.common.number, params.number],
        ]}
      />
      <Paragraph>{words['customer-no-show'].again(params.company)}</Paragraph>
      <TrackAction words={words} url={params.trackUrl}>
        {words['customer-no-show'].button}
      </TrackAction>
    </>
  ),
}
