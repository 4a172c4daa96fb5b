import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/customers.ts'

export default {
  title: 'Customers',
} satisfies Translation<typeof zh>
