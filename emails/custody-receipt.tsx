import { customerFooter, type Email } from './email.ts'
import { Action, Facts, LinkLine, Paragraph, SmallPrint } from './parts.tsx'

export const custodyReceipt: Email<'custody-receipt'> = {
  subject: ({ words, params }) => words['custody-receipt'].subject(params),
  preview: ({ words, params }) => words['custody-receipt'].preview(params),
  heading: ({ words, params }) => words['custody-receipt'].heading(params),
  footer: customerFooter,
  content: ({ words, params }) => {
    const say = words['custody-receipt']
    return (
      <>
        <Paragraph>{say.intro(params)}</Paragraph>
        <Facts
          words={words}
          rows={[
            [say.receipt, params.receipt],
            [say.item, params.item],
            [say.condition, params.condition],
            [say.why, params.reason],
            [say.backOn, params.backOn],
            [say.takenAt, params.takenAt],
            [say.takenBy, params.takenBy],
            [say.handedBy, params.handedBy],
            [words.common.address, params.address],
            [words.common.number, params.number],
          ]}
        />
        {!params.forGood && <Paragraph>{say.back}</Paragraph>}
        <Paragraph>{say.call(params.company)}</Paragraph>
        <Action words={words} url={params.receiptUrl}>
          {say.button}
        </Action>
        <LinkLine url={params.trackUrl}>{say.track}</LinkLine>
        <SmallPrint>{words.common.privateLink}</SmallPrint>
      </>
    )
  },
}
