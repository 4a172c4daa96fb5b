import { customerFooter, type Email } from './email.ts'
import { Action, Facts, LinkLine, Paragraph, Quote, SmallPrint } from './parts.tsx'

export const visitFinished: Email<'visit-finished'> = {
  subject: ({ words, params }) => words['visit-finished'].subject(params),
  preview: ({ words }) => words['visit-finished'].preview,
  heading: ({ words }) => words['visit-finished'].heading,
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['visit-finished'].intro}</Paragraph>
      <Quote>{params.workDone}</Quote>
      <Facts
        words={words}
        rows={[
          [words.common.product, params.product],
          [words.common.number, params.number],
        ]}
      />
      <Paragraph>{words['visit-finished'].ask}</Paragraph>
      <Action words={words} url={params.rateUrl}>
        {words['visit-finished'].button}
      </Action>
      <SmallPrint>{words['visit-finished'].until(params)}</SmallPrint>
      <LinkLine url={params.trackUrl}>
        {words['visit-finished'].stillWrong(params.company)}
      </LinkLine>
    </>
  ),
}
