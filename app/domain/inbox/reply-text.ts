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

/** A separator alone says nothing unless a quoted head follows it; the parser would take what follows for a signature. */
const separator = /^\s*[-_+=]{2,32}$/
const headLine =
  /^\s*(?:发件人|发送时间|收件人|主题|抄送|寄件者|From|Sent|To|Subject|Date)\s?[：:]/i

/** Longer lines are nobody's head of a quote. */
const longestHead = 300
/** How much of a mail is looked at for a quote: the parser's patterns take the square of it. */
const lookedAt = 8_000

/**
 * What somebody wrote themselves in a mail that answers ours, without what it quotes. All of it when nothing else is
 * left, so that no word is lost.
 */
export function replyIn(text: string): string {
  const whole = text.replace(/\r\n?/g, '\n').replace(/[\u00a0\u3000]/g, ' ')
  const own = withoutChineseQuote(whole)
  return withoutQuotedLines(parsed(own)) || own.trim() || whole.trim()
}

function parsed(own: string): string {
  const begin = own.slice(0, lookedAt)
  const visible = new EmailReplyParser().parseReply(begin).trim()
  const uncut = visible.length === begin.trim().length
  return uncut ? `${visible}${own.slice(lookedAt)}` : visible
}

function withoutChineseQuote(text: string): string {
  const lines = text.split('\n').map((line) => (line === '-- ' ? line : line.trimEnd()))
  const end = lines.findIndex((line, index) => {
    if (line.length > longestHead) return false
    if (separator.test(line))
      return lines.slice(index + 1, index + 4).some((one) => headLine.test(one))
    const said = line.trim()
    return [...quoteBegins, ...signatureBegins].some((begin) => begin.test(said))
  })
  const before = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !separator.test(line))
  // A mail that begins with its quote has its answer below it, line by line.
  return before.join('\n').trim() === '' ? text : before.join('\n')
}

const withoutQuotedLines = (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('>'))
    .join('\n')
    .trim()
