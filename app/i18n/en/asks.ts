import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/asks.ts'

export default {
  title: 'Return or exchange',
} satisfies Translation<typeof zh>
