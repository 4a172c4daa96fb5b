import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/settings.ts'

export default {
  title: 'Settings',
} satisfies Translation<typeof zh>
