import type { TicketKind } from '#db/vocabulary/tickets.ts'

interface Phrase {
  kinds: TicketKind[]
  zh: readonly [title: string, body: string]
  en: readonly [title: string, body: string]
}

/** KB-2: what this shop says again and again. */
export const phrases: readonly Phrase[] = [
  {
    kinds: [],
    zh: [
      '已收到，正在安排',
      '{{name}}您好，您反映的“{{product}}”的问题我们收到了，工单号 {{number}}。我正在安排，有进展马上告诉您。\n{{colleague}}',
    ],
    en: [
      'Received, being arranged',
      'Dear {{name}}, we have your report about “{{product}}” (ticket {{number}}). I am arranging it and will tell you as soon as there is news.\n{{colleague}}',
    ],
  },
  {
    kinds: ['repair'],
    zh: [
      '请发照片',
      '{{name}}您好，为了一次带齐配件，请拍两张照片发给我们：一张拍到整件“{{product}}”，一张拍近一点的问题处。直接回复这条消息，或在进度页里上传就可以。',
    ],
    en: [
      'Please send photos',
      'Dear {{name}}, so that the crew brings the right parts, please send two photos: the whole of “{{product}}”, and the spot itself from close by. Reply to this message or add them on your tracking page.',
    ],
  },
  {
    kinds: [],
    zh: [
      '上门时间提醒',
      '{{name}}您好，我们约的是 {{window}}，由{{crew}}上门。师傅到之前会给您打电话。要改时间，请打 {{hotline}}。',
    ],
    en: [
      'When we come',
      'Dear {{name}}, we agreed {{window}}; {{crew}} will come and call you before they arrive. To change it, call {{hotline}}.',
    ],
  },
  {
    kinds: ['repair', 'parts', 'exchange'],
    zh: [
      '配件在路上',
      '{{name}}您好，工单 {{number}} 要换的配件已经订好，到货要几天。一到我们就联系您约上门，不用您再打电话来问。',
    ],
    en: [
      'The part is on its way',
      'Dear {{name}}, the part for ticket {{number}} is ordered and takes a few days. We will contact you to agree a visit the moment it is here; you need not ask.',
    ],
  },
  {
    kinds: [],
    zh: [
      '电话没有打通',
      '{{name}}您好，刚才给您打电话没有打通。方便的时候请回电 {{hotline}}，报工单号 {{number}}，或者直接回复，告诉我们什么时候打给您合适。',
    ],
    en: [
      'We couldn’t reach you',
      'Dear {{name}}, we just rang and could not reach you. Please call {{hotline}} when it suits you and give ticket {{number}}, or reply with a good time to ring.',
    ],
  },
  {
    kinds: ['complaint'],
    zh: [
      '致歉并说明',
      '{{name}}您好，这次给您添麻烦了，实在抱歉。您说的情况我已经记下来，由我一直跟到解决。今天下班前我会再给您回话。\n{{colleague}}，{{hotline}}',
    ],
    en: [
      'Apology',
      'Dear {{name}}, I am sorry for the trouble. I have written down what happened and will stay with it until it is settled. You will hear from me again before the end of today.\n{{colleague}}, {{hotline}}',
    ],
  },
  {
    kinds: ['enquiry'],
    zh: [
      '怎么查进度',
      '{{name}}您好，随时可以在 {{link}} 用工单号 {{number}} 和手机号查看进度、留言、加照片。',
    ],
    en: [
      'Where to look it up',
      'Dear {{name}}, at {{link}} you can see where things stand, write to us and add photos with ticket {{number}} and your phone number.',
    ],
  },
  {
    kinds: [],
    zh: [
      '已解决，请确认',
      '{{name}}您好，“{{product}}”的问题处理好了。用两天看看，有不合适的地方，直接回复这条消息就行，我们接着处理。',
    ],
    en: [
      'Solved, please check',
      'Dear {{name}}, “{{product}}” has been put right. Please use it for a day or two; if anything is not as it should be, just reply and we will go on.',
    ],
  },
]
