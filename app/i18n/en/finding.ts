import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/finding.ts'

export default {
  title: 'Search',
} satisfies Translation<typeof zh>
