import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/knowledge.ts'

export default {
  title: 'Knowledge',
} satisfies Translation<typeof zh>
