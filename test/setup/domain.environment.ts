import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { inject } from 'vitest'

// The product's own settings, for code that asks for them: nothing of the developer's machine gets in.
const dataDir = path.join(inject('runFolder'), 'data')
mkdirSync(dataDir, { recursive: true })
for (const name of ['DATABASE_URL', 'PUBLIC_URL', 'RESEND_API_KEY', 'RESEND_BASE_URL', 'DEMO']) {
  Reflect.deleteProperty(process.env, name)
}
Object.assign(process.env, {
  APP_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
  COMPANY_ZONE: 'Asia/Shanghai',
  DATA_DIR: dataDir,
  LOG_LEVEL: 'silent',
})
