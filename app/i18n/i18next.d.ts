import 'i18next'
import type { catalogue } from './zh-CN/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof catalogue
    returnNull: false
  }
}
