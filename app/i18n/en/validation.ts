import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/validation.ts'

export default {
  required: 'Please fill this in',
  choose: 'Please choose one',
  tooLong: 'This is too long, please shorten it',
  format: 'This does not look right, please check it',
  phone: 'Please give a phone number we can call',
  email: 'Please give a valid email, such as name@example.com',
} satisfies Translation<typeof zh>
