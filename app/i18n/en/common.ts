import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/common.ts'

export default {
  brand: 'Shangmen',
  skip: 'Skip to content',
  back: 'Back',
  save: 'Save',
  send: 'Send',
  cancel: 'Cancel',
  change: 'Change',
  errorPrefix: 'Error: ',
  errorTitle: 'Error: {{title}}',
  problems_one: 'There is one thing to put right',
  problems_other: 'There are {{count}} things to put right',
  otherLanguage: '中文',
  firstCall:
    'Our service desk calls you within {{minutes}} minutes. What can’t be solved on the phone, a crew comes and puts right.',
  firstCallLater:
    'Our service desk calls you from {{from}} on. What can’t be solved on the phone, a crew comes and puts right.',
} satisfies Translation<typeof zh>
