import type { Db } from '#db/client.server.ts'
import { phrases } from '#db/schema/desk.ts'
import { inboundMails } from '#db/schema/mail.ts'
import { phrases as said } from './texts/phrases.ts'
import type { Telling } from './telling.ts'

const hour = 3_600_000

/** KB-2: the shop's phrases, in the order they are said. */
export async function insertPhrases(db: Db, { now, team }: Telling): Promise<void> {
  await db.insert(phrases).values(
    said.map(({ kinds, zh, en }, index) => ({
      position: (index + 1) * 10,
      kinds,
      titleZh: zh[0],
      bodyZh: zh[1],
      titleEn: en[0],
      bodyEn: en[1],
      updatedBy: team.manager.id,
      updatedAt: new Date(now.getTime() - 100 * 24 * hour),
    })),
  )
}

/** Mails that wait for somebody to say where they belong. */
export async function insertMails(db: Db, { now, tickets, random }: Telling): Promise<void> {
  const about = tickets.find(({ row }) => row.status === 'triaged' && row.locale === 'zh-CN')
  const number = about?.row.number ?? ''
  const zh = `师傅上次说的那个铰链我拍了照片，另外周六下午家里有人。\n工单是 ${number}。`
  const en =
    'Good morning,\n\nwe bought a dining table from you last spring and one leg has come loose. Could somebody look at it?\n\nKind regards,\nHelen Carter'
  const away = '我在休假，周一回来上班。急事请打办公室电话。'
  const rows = [
    {
      from: 'zhou.family@demo.test',
      name: '周先生',
      subject: `回复：工单 ${number}`,
      text: zh,
      reason: 'no_link',
      ago: 3,
    },
    {
      from: 'helen.carter@demo.test',
      name: 'Helen Carter',
      subject: 'Loose table leg',
      text: en,
      reason: 'no_link',
      ago: 5,
    },
    {
      from: 'wu.office@demo.test',
      name: null,
      subject: '自动回复：休假',
      text: away,
      reason: 'automatic',
      ago: 20,
    },
  ] as const
  await db.insert(inboundMails).values(
    rows.map(({ from, name, subject, text, reason, ago }) => ({
      id: random.uuid(),
      providerId: `demo-${from}`,
      fromAddress: from,
      fromName: name,
      toAddresses: ['service@demo.test'],
      subject,
      text,
      reply: text,
      automatic: reason === 'automatic',
      receivedAt: new Date(now.getTime() - ago * hour),
      status: 'review' as const,
      reason,
    })),
  )
}
