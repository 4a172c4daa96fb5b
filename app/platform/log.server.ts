import { pino } from 'pino'
import { environment } from './environment.server.ts'

/**
 * The operator's log, one JSON object a line. What is logged names rows by their keys: no tokens, codes,
 * phone numbers, addresses or message bodies.
 */
export const log = pino({
  level: environment().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      'token',
      'password',
      'phone',
      'email',
      'body',
      '*.token',
      '*.password',
      '*.phone',
      '*.email',
      '*.body',
    ],
    censor: '[kept out of the log]',
  },
})
