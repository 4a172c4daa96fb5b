import type { Email } from './email.ts'
import { Action, Paragraph, SmallPrint } from './parts.tsx'

export const staffInvitation: Email<'staff-invitation'> = {
  subject: ({ words, params: { company, inviter } }) =>
    words['staff-invitation'].subject({ company: company.name, inviter }),
  preview: ({ words }) => words['staff-invitation'].preview,
  heading: ({ words }) => words['staff-invitation'].heading,
  footer: ({ words, params: { company } }) => [
    words['staff-invitation'].why({ company: company.name }),
  ],
  content: ({ words, params: { company, inviter, url, expires } }) => (
    <>
      <Paragraph>{words['staff-invitation'].intro({ company: company.name, inviter })}</Paragraph>
      <Action words={words} url={url}>
        {words['staff-invitation'].button}
      </Action>
      <SmallPrint>{words['staff-invitation'].expires({ expires })}</SmallPrint>
    </>
  ),
}
