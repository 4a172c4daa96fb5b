import { customerFooter, type Email } from './email.ts'
import { Facts, Paragraph, TrackAction } from './parts.tsx'

export const visitPartsShort: Email<'visit-parts-short'> = {
  subject: ({ words, params }) => words['visit-parts-short'].subject(params),
  preview: ({ words, params }) => words['visit-parts-short'].preview(params),
  heading: ({ words, params }) => words['visit-parts-short'].heading(params),
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['visit-parts-short'].intro}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words.common.service, params.service],
          [words.common.time, `${params.day}\n${params.window}`],
          [words['visit-parts-short'].missing, params.missing],
          [words['visit-parts-short'].expected, params.expected],
          [words.common.number, params.number],
        ]}
      />
      <Paragraph>{words['visit-parts-short'].next(params)}</Paragraph>
      <Paragraph>
        {params.until === ''
          ? words['visit-parts-short'].call(params.company)
          : words.common.changeUntil({ ...params.company, until: params.until })}
      </Paragraph>
      <TrackAction words={words} url={params.trackUrl}>
        {words.common.track}
      </TrackAction>
    </>
  ),
}
