import { customerFooter, type Email } from './email.ts'
import { Paragraph, Quote, TrackAction } from './parts.tsx'

export const messageToCustomer: Email<'message-to-customer'> = {
  subject: ({ words, params }) => words['message-to-customer'].subject(params),
  preview: ({ params }) => params.body,
  heading: ({ words }) => words['message-to-customer'].heading,
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['message-to-customer'].intro(params)}</Paragraph>
      <Quote>{params.body}</Quote>
      <TrackAction words={words} url={params.trackUrl}>
        {words['message-to-customer'].button}
      </TrackAction>
    </>
  ),
}
