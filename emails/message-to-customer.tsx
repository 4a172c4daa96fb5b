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
      {linesIn(params.files).map(([name, url]) => (
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

/** Two lines each: what it is called, and where it is. */
function linesIn(files: string): [name: string, url: string][] {
  const lines = files.split('\n')
  return lines.flatMap((url, index) => {
    const name = lines[index - 1]
    return name && index % 2 === 1 && /^https?:\/\//.test(url) ? [[name, url]] : []
  })
}
