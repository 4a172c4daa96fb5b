import { type Answers, listCategories, type ReportStep } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export interface CategoryView {
  key: string
  name: string
}

/** What a step says of what may be wrong: all there is to choose from, or what was chosen. */
export async function categoriesOf(
  ctx: Ctx,
  step: ReportStep,
  { category }: Answers,
): Promise<CategoryView[]> {
  if (step !== 'problem' && step !== 'check') return []
  const offered = (await listCategories(ctx)).filter(({ active }) => active)
  return offered
    .filter(({ key }) => step === 'problem' || key === category)
    .map(({ key, zh, en }) => ({ key, name: ctx.locale === 'en' ? en : zh }))
}
