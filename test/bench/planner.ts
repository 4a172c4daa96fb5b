import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { search } from '#app/domain/planning/search/search.ts'
import { check, problemOf, readInstance } from './instance.ts'

type BestKnown = Record<string, readonly [vehicles: number, distance: number]>

/** Plans every instance of a folder and prints each beside the best known; @returns 1 when a plan is wrong */
export function main(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    options: { seconds: { type: 'string', default: '30' } },
    allowPositionals: true,
  })
  const seconds = Number(values.seconds)
  const [folder] = positionals
  if (!folder || !(seconds > 0)) {
    console.error('usage: npm run bench:planner -- DIR [--seconds 30]')
    return 2
  }
  const names = readdirSync(folder).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const bestKnown = readBestKnown(folder, names)
  const gaps: Gap[] = []
  let wrongs = 0
  for (const file of names.filter((name) => /\.txt$/i.test(name))) {
    const name = file.replace(/\.txt$/i, '')
    const instance = readInstance(readFileSync(join(folder, file), 'utf8'))
    if (!instance) {
      console.error(`${file} skipped: not a Solomon or Gehring–Homberger instance`)
      continue
    }
    const { routes } = search({ problem: problemOf(instance), seconds, seed: 1 })
    const { vehicles, distance, wrong } = check(instance, routes)
    if (wrong.length > 0) {
      wrongs++
      console.log(`${name} INVALID: ${wrong.slice(0, 3).join('; ')}`)
      continue
    }
    const best = bestKnown[name.toLowerCase()] ?? bestKnown[instance.name.toLowerCase()]
    const gap = best && { vehicles: vehicles - best[0], share: distance / best[1] - 1 }
    if (gap) gaps.push(gap)
    const theirs = best ? `${best[0]} ${best[1].toFixed(2)}` : '- -'
    console.log(`${name} ${vehicles} ${distance.toFixed(2)} ${theirs} ${gap ? inWords(gap) : '-'}`)
  }
  console.log(medianOf(gaps))
  return wrongs > 0 ? 1 : 0
}

/** More vehicles than the best known are worse than any distance. */
interface Gap {
  vehicles: number
  share: number
}

function inWords({ vehicles, share }: Gap): string {
  if (vehicles !== 0) return `${vehicles > 0 ? '+' : ''}${vehicles}v`
  const percent = (share * 100).toFixed(2)
  return `${percent === '-0.00' ? '0.00' : percent}%`
}

function medianOf(gaps: Gap[]): string {
  if (gaps.length === 0) return 'median gap -'
  const sorted = [...gaps].sort((a, b) => a.vehicles - b.vehicles || a.share - b.share)
  const low = sorted[(sorted.length - 1) >> 1]!
  const high = sorted[sorted.length >> 1]!
  const middle =
    low.vehicles === high.vehicles ? { ...low, share: (low.share + high.share) / 2 } : high
  return `median gap ${inWords(middle)} of ${gaps.length}`
}

function readBestKnown(folder: string, names: string[]): BestKnown {
  if (!names.includes('best-known.json')) return {}
  const { instances } = JSON.parse(readFileSync(join(folder, 'best-known.json'), 'utf8')) as {
    instances: BestKnown
  }
  return Object.fromEntries(
    Object.entries(instances).map(([name, best]) => [name.toLowerCase(), best]),
  )
}
