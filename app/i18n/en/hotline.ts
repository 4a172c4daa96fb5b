import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/hotline.ts'

export default {
  title: 'Hotline',
} satisfies Translation<typeof zh>
