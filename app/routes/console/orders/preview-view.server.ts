import type { JudgedContract } from '#app/domain/orders/judge-rows.server.ts'
import type { readImport } from '#app/domain/orders/read-import.server.ts'
import { storeName } from '#app/domain/stores/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

const listed = 200
const longestValue = 120

export type PreviewView = ReturnType<typeof previewView>

/** What the page says of a file; a long one is cut, with the number of what isn't listed. */
export function previewView(ctx: Ctx, found: Awaited<ReturnType<typeof readImport>>) {
  const { problems, contracts, done } = found
  const doneAs = (kind: string) => done.filter((one) => one.kind === kind).map(numberOf)
  const [entered, filled] = [doneAs('entered'), doneAs('changed')]
  const mine = new Set([...entered, ...filled])
  const of = (standing: JudgedContract['standing']) =>
    contracts.filter(
      (contract) => contract.standing === standing && !mine.has(contract.contract.number),
    )
  const [fresh, bad, existing, fills] = [of('new'), of('bad'), of('exists'), of('fills')]
  const beyond = (all: readonly unknown[]) => Math.max(0, all.length - listed)
  return {
    id: found.id,
    fileName: found.fileName,
    store: storeName(ctx, found.store),
    taken: found.takenAt !== null,
    lacking: found.missingColumns,
    unused: found.unusedColumns,
    problems: problems.slice(0, listed).map(({ value, first, ...problem }) => ({
      ...problem,
      value: value.slice(0, longestValue),
      ...(first && { first: { ...first, value: first.value.slice(0, longestValue) } }),
    })),
    fresh: fresh.slice(0, listed).map(({ contract, lines, rows, missing }) => ({
      number: contract.number,
      name: contract.name,
      lines: lines.length,
      rows,
      missing,
    })),
    fills: fills.slice(0, listed).map(({ contract, rows, adds }) => ({
      number: contract.number,
      rows,
      adds,
    })),
    existing: existing.slice(0, listed).map(({ contract }) => contract.number),
    entered: entered.slice(0, listed),
    filled: filled.slice(0, listed),
    counts: {
      fresh: fresh.length,
      fills: fills.length,
      bad: bad.length,
      existing: existing.length,
      entered: entered.length,
      filled: filled.length,
      problemsMore: beyond(problems),
      freshMore: beyond(fresh),
    },
  }
}

const numberOf = ({ number }: { number: string }) => number
