import { customerFooter, type Email } from './email.ts'
import { LinkLine, Paragraph, Quote, TrackAction } from './parts.tsx'

export const messageToCustomer: Email<'message-to-customer'> = {
  subject: ({ words, params }) => words['message-to-customer'].subject(params),
  preview: ({ params }) => params.body,
  heading: ({ words }) => words['message-to-customer'].heading,
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['message-to-customer'].intro(params)}</Paragraph>
      <Quote>{params.body}</Quote>
      {params.files.map(({ name, url }) => (
        <LinkLine key={url} url={url}>
          {words['message-to-customer'].file({ name })}
        </LinkLine>
      ))}
      <TrackAction words={words} url={params.trackUrl}>
        {words['message-to-customer'].button}
      </TrackAction>
    </>
  ),
}
