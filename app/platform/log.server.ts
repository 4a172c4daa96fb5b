import { pino } from 'pino'
import { environment } from './environment.server.ts'

interface LoggedError {
  type: string
  message: string
  stack: string | undefined
  code?: unknown
  constraint?: unknown
  cause?: LoggedError
}

/**
 * What the log keeps of an error. A failed query's values, and what the database says of them, are what people typed:
 * they stay out; the statement, the code and the constraint tell enough.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: 'not an error', stack: undefined }
  }
  const {
    query,
    code,
    constraint_name: constraint,
  } = error as {
    query?: unknown
    code?: unknown
    constraint_name?: unknown
  }
  const ofDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)
  return {
    type: error.name,
    message: typeof query === 'string' ? query : ofDatabase ? 'database error' : error.message,
    stack: framesOf(error),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(error.cause === undefined ? {} : { cause: loggedError(error.cause) }),
  }
}

/** Where it happened, without the message that a stack begins with. */
function framesOf({ message, stack }: Error): string | undefined {
  const end = stack?.indexOf(message) ?? -1
  return end < 0 ? undefined : stack?.slice(end + message.length).trimStart()
}

/**
 * The operator's log, one JSON object a line. What is logged names rows by their keys: no tokens, codes,
 * phone numbers, addresses or message bodies.
 */
export const log = pino({
  level: environment().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: loggedError },
  redact: {
    paths: [
      ...['token', 'password', 'phone', 'email', 'body'],
      ...['*.token', '*.password', '*.phone', '*.email', '*.body'],
    ],
    censor: '[kept out of the log]',
  },
})
