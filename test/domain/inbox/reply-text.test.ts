import { describe, expect, test } from 'vitest'
import { replyIn } from '#app/domain/inbox/reply-text.ts'

const own = '铰链收到了，周六下午有人。\n谢谢！'

describe('what a customer wrote in a mail that answers ours', () => {
  test.each([
    [
      'QQ Mail',
      `${own}\n\n\n------------------ 原始邮件 ------------------\n发件人: "木禾家居" <reply+abc@mail.test>;\n发送时间: 2026年3月10日(星期二) 上午10:00\n收件人: "林女士" <lin@qq.test>;\n主题: 工单 R100042-7：客服给您留言了\n\n您好，林女士：`,
    ],
    [
      'NetEase Mail Master',
      `${own}\n\n---- 回复的原邮件 ----\n| 发件人 | 木禾家居 |\n| 日期 | 2026年03月10日 10:00 |\n您好`,
    ],
    [
      '163 on the web',
      `${own}\n\n在 2026-03-10 10:00:00，"木禾家居" <reply@mail.test> 写道：\n> 您好，林女士：\n> 铰链到了。`,
    ],
    [
      'Gmail in Chinese',
      `${own}\n\n木禾家居 <reply@mail.test> 于2026年3月10日周二 10:00写道：\n\n> 您好`,
    ],
    [
      'an iPhone',
      `${own}\n\n发自我的 iPhone\n\n> 在 2026年3月10日，10:00，木禾家居 <reply@mail.test> 写道：\n> \n> 您好`,
    ],
    [
      'Outlook in Chinese',
      `${own}\n\n________________________________\n发件人: 木禾家居 <reply@mail.test>\n发送时间: 2026年3月10日 10:00\n收件人: 林\n主题: 工单\n\n您好`,
    ],
    [
      'Foxmail',
      `${own}\n\n\n发件人： 木禾家居\n发送时间： 2026-03-10 10:00\n收件人： lin\n主题： 工单\n您好`,
    ],
    [
      'Gmail',
      `${own}\n\nOn Tue, Mar 10, 2026 at 10:00 AM Muhe Home <reply@mail.test> wrote:\n\n> Dear Ms Lin,\n> the hinges are here.`,
    ],
    [
      'Windows line ends',
      `${own}\n\n------------------ 原始邮件 ------------------\n您好`.replaceAll('\n', '\r\n'),
    ],
    ['no quote at all', own],
  ])('IN-8: %s', (_, mail) => {
    expect(replyIn(mail)).toBe(own)
  })

  test('answers written below the quote, or between its lines, are kept', () => {
    expect(replyIn('> 周六可以吗？\n可以，下午两点以后。')).toBe('可以，下午两点以后。')
    const below =
      '在 2026-03-10 10:00:00，"木禾家居" <reply@mail.test> 写道：\n> 周六可以吗？\n\n可以。'
    expect(replyIn(below)).toContain('可以。')
  })

  test('a mail that is nothing but a quote keeps all of it, so that no word is lost', () => {
    expect(replyIn('> 您好\n> 铰链到了')).not.toBe('')
    expect(replyIn('')).toBe('')
  })

  test('a dash or a date in somebody’s own words cuts nothing off', () => {
    const words = '三件事：\n---\n在 2026 年 3 月我们买的柜子\n门关不上'
    expect(replyIn(words)).toContain('门关不上')
  })

  test('a long mail made to be slow is read at once', () => {
    const begun = performance.now()
    replyIn(`On ${'a '.repeat(20_000)}`)
    replyIn(`${'在'.repeat(20_000)}\n${'>'.repeat(20_000)}`)
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})
