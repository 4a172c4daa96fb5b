import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/desk.ts'

export default {
  title: 'Service desk',
} satisfies Translation<typeof zh>
