import type { JudgedContract } from '#app/domain/orders/judge-rows.server.ts'
import type { readImport } from '#app/domain/orders/read-import.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

const listed = 200
const longestValue = 120

export type PreviewView = ReturnType<typeof previewView>

/** What the page says of a file; a long one is cut, with the number of what isn't listed. */
export function previewView(ctx: Ctx, found: Awaited<ReturnType<typeof readImport>>) {
  const { problems, contracts } = found
  const of = (standing: JudgedContract['standing']) =>
    contracts.filter((contract) => contract.standing === standing)
  const [fresh, bad, existing] = [of('new'), of('bad'), of('exists')]
  const beyond = (all: readonly unknown[]) => Math.max(0, all.length - listed)
  return {
    fileName: found.fileName,
    store: ctx.locale === 'en' ? found.store.en : found.store.zh,
    taken: found.takenAt !== null,
    lacking: found.missingColumns,
    problems: problems
      .slice(0, listed)
      .map((problem) => ({ ...problem, value: problem.value.slice(0, longestValue) })),
    fresh: fresh.slice(0, listed).map(({ contract, lines, rows, missing }) => ({
      number: contract.number,
      name: contract.name,
      lines: lines.length,
      rows,
      missing: missing.map(({ field }) => field),
    })),
    existing: existing.slice(0, listed).map(({ contract }) => contract.number),
    counts: {
      fresh: fresh.length,
      bad: bad.length,
      existing: existing.length,
      problemsMore: beyond(problems),
      freshMore: beyond(fresh),
      existingMore: beyond(existing),
    },
  }
}
