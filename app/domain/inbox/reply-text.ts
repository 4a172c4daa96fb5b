import EmailReplyParser from 'email-reply-parser'

/** How mail programs in Chinese begin what they quote, which the parser doesn't know. */
const quoteBegins: readonly RegExp[] = [
  // QQ 邮箱, 网易邮箱大师, Foxmail
  /^[-—_ ]{2,}\s*(?:原始邮件|原邮件|回复的原邮件|回复的邮件|转发的邮件|Original Message)\s*[-—_ ]{2,}$/i,
  // 网易 163, Gmail in Chinese
  /^(?:在|於|于)\s?.{0,20}\d{4}.*(?:写道|寫道)\s?[：:]$/,
  /^.{0,60}\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日.*(?:写道|寫道)\s?[：:]$/,
  // Outlook and Foxmail: the head of the mail it answers
  /^(?:发件人|寄件者|寄件人)\s?[：:].+$/,
  // iOS, Alimail
  /^(?:.+\s)?于\s?\d{4}.*(?:写道|写到)\s?[：:]$/,
]

/** A line after which only the program speaks. */
const signatureBegins: readonly RegExp[] = [
  /^(?:发自|來自|来自)我的\s?.{1,30}$/,
  /^发自\s?(?:网易邮箱|QQ邮箱|新浪邮箱|Outlook|Foxmail|iPhone|iPad).{0,20}$/,
  /^(?:获取|下载)\s?(?:适用于|Outlook).{0,40}$/,
]

/** A separator alone says nothing unless a quoted head follows it. */
const headLine = /^\s*(?:发件人|发送时间|收件人|主题|抄送|寄件者|From|Sent|To|Subject|Date)\s?[：:]/i

/**
 * What somebody wrote themselves in a mail that answers ours, without what it quotes. All of it when nothing else is
 * left, so that no word is lost.
 */
export function replyIn(text: string): string {
  const whole = text.replace(/\r\n?/g, '\n').replace(/[\u00a0\u3000]/g, ' ')
  const own = withoutChineseQuote(whole)
  const parsed = new EmailReplyParser().parseReply(own).trim()
  return withoutQuotedLines(parsed) || own.trim() || whole.trim()
}

function withoutChineseQuote(text: string): string {
  const lines = text.split('\n')
  const end = lines.findIndex((line, index) => {
    const said = line.trim()
    if (/^-{3,}$/.test(said)) return lines.slice(index + 1, index + 4).some((one) => headLine.test(one))
    return [...quoteBegins, ...signatureBegins].some((begin) => begin.test(said))
  })
  // A mail that begins with its quote has its answer below it, line by line.
  const before = end === -1 ? text : lines.slice(0, end).join('\n')
  return before.trim() === '' ? text : before
}

const withoutQuotedLines = (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('>'))
    .join('\n')
    .trim()
