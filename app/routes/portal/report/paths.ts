import type { Answers, ReportStep } from '#app/domain/tickets/report-steps.ts'

/** A step's own address; with `back`, it returns to the check page when it is done. */
export const stepPath = (token: string, step: ReportStep, back = false) =>
  `/report?draft=${token}&step=${step}${back ? '&back=check' : ''}`

export const sentPath = (token: string, unkept = false) =>
  `/report/sent/${token}${unkept ? '?unkept=1' : ''}`

export const photoPath = (token: string, id: string) =>
  `/resources/report-photos?draft=${token}&id=${id}`

/** Where a report begins with what is known already: words, what is wrong, the answer that didn't help. */
export function beginPath(begun: Pick<Answers, 'description' | 'category' | 'tried'>) {
  const said = Object.entries(begun).filter(([, value]) => value)
  return said.length === 0 ? '/report' : `/report?${new URLSearchParams(said)}`
}
