import type { ReportStep } from '#app/domain/tickets/report-steps.ts'

/** A step's own address; with `back`, it returns to the check page when it is done. */
export const stepPath = (token: string, step: ReportStep, back = false) =>
  `/report?draft=${token}&step=${step}${back ? '&back=check' : ''}`

export const sentPath = (token: string, unkept = false) =>
  `/report/sent/${token}${unkept ? '?unkept=1' : ''}`

export const photoPath = (token: string, id: string) =>
  `/resources/report-photos?draft=${token}&id=${id}`
