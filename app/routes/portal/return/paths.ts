import type { AskStep } from '#app/domain/returns/ask-steps.ts'

/** A step's own address; with `back`, it returns to the check page when it is done. */
export const askPath = (token: string, step: AskStep, back = false) =>
  `/return?draft=${token}&step=${step}${back ? '&back=check' : ''}`

export const askedPath = (token: string) => `/return/sent/${token}`
