import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/clocks.ts'

export default {
  title: 'Targets',
} satisfies Translation<typeof zh>
