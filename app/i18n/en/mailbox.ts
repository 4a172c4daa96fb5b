import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/mailbox.ts'

export default {
  title: 'Mail received',
} satisfies Translation<typeof zh>
