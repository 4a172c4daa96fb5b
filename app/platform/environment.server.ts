import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const flag = z.enum(['0', '1'], { message: 'must be 0 or 1' }).transform((value) => value === '1')
const port = z.coerce
  .number({ message: 'must be a port number' })
  .int('must be a port number')
  .min(0, 'must be a port number')
  .max(65_535, 'must be a port number')
const webAddress = z.url({ protocol: /^https?$/, message: 'must be an http or https address' })

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, message: 'must be a postgres:// address' })
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(500).default(20),
  DEMO: flag.optional(),
  PUBLIC_URL: webAddress.optional(),
  APP_SECRET: z.string().min(32, 'must have 32 characters at least').optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  COMPANY_ZONE: z
    .string()
    .refine(isZone, 'must be a time zone such as Asia/Shanghai')
    .default('Asia/Shanghai'),
  RESEND_API_KEY: z.string().min(1).optional(),
  RESEND_BASE_URL: webAddress.optional(),
  /** Mails to `reply+…` at this domain are answers to ours. */
  INBOUND_DOMAIN: z
    .string()
    .transform((value) => value.toLowerCase())
    .pipe(
      z.string().regex(/^([a-z0-9-]+\.)+[a-z0-9-]+$/, 'must be a domain such as reply.example.com'),
    )
    .optional(),
  RESEND_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/=]{16,}$/, 'must begin with whsec_')
    .optional(),
  MAIL_FROM: z.string().min(3).default('Shangmen <onboarding@resend.dev>'),
  METRICS_TOKEN: z.string().min(16, 'must have 16 characters at least').optional(),
  METRICS_PORT: port.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).default(30),
  SESSION_MAX_HOURS: z.coerce.number().int().min(1).default(8),
  CREW_SESSION_HOURS: z.coerce.number().int().min(1).max(24).default(14),
})

export type Environment = Omit<z.infer<typeof Environment>, 'APP_SECRET' | 'DEMO'> & {
  APP_SECRET: string
  DEMO: boolean
}

let parsed: Environment | undefined

/** The settings this process was started with, read once. */
export function environment(): Environment {
  return (parsed ??= parseEnvironment(process.env))
}

/** @throws BadEnvironment naming each setting and what is wrong with it */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = Environment.safeParse(present)
  if (!result.success) {
    throw new BadEnvironment(
      result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    )
  }
  const DATA_DIR = path.resolve(result.data.DATA_DIR)
  return {
    ...result.data,
    DATA_DIR,
    DEMO: result.data.DEMO ?? result.data.DATABASE_URL === undefined,
    APP_SECRET: result.data.APP_SECRET ?? keptSecret(DATA_DIR),
  }
}

export class BadEnvironment extends Error {
  constructor(readonly problems: string[]) {
    super(`Bad environment setting\n  ${problems.join('\n  ')}`)
  }
}

/** Processes that share a DATA_DIR share the secret; others are given one with APP_SECRET. */
function keptSecret(folder: string): string {
  const file = path.join(folder, 'secret')
  try {
    mkdirSync(folder, { recursive: true })
    if (!existsSync(file)) {
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new BadEnvironment([`DATA_DIR: ${(error as Error).message}`])
    }
  }
  return readFileSync(file, 'utf8').trim()
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
