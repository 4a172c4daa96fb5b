import { data } from '@remix-run/node'
import type { z } from 'zod'
import {
  type StrandedVisit,
  strandsStamp,
  WouldStrand,
} from '#app/domain/crews/stranded-visits.server.ts'
import { submitForm } from '#app/platform/http.server.ts'

/** A visit that must move, as a page lists it. */
export interface StrandView {
  id: number
  number: string
  name: string
  start: string
  end: string
  crewZh: string
  crewEn: string
}

/** What a form shows before it strands visits: which, and the stamp that says they were seen. */
export interface StrandsShown {
  visits: StrandView[]
  stamp: string
}

export const strandView = (visit: StrandedVisit): StrandView => ({
  id: visit.id,
  number: visit.number,
  name: visit.name,
  start: visit.windowStart.toISOString(),
  end: visit.windowEnd.toISOString(),
  crewZh: visit.crewZh,
  crewEn: visit.crewEn,
})

export const strandsShown = (visits: StrandedVisit[]): StrandsShown => ({
  visits: visits.map(strandView),
  stamp: strandsStamp(visits),
})

/** `submitForm` for a change of crews' time: a refusal names the visits it would strand (DS-3). */
export async function submitChange<S extends z.ZodType>(
  form: FormData,
  schema: S,
  work: (value: z.output<S>) => Promise<Response>,
) {
  let strands: StrandsShown | null = null
  const reply = await submitForm(form, schema, async (value) => {
    try {
      return await work(value)
    } catch (error) {
      if (error instanceof WouldStrand) strands = strandsShown(error.visits)
      throw error
    }
  })
  if (!('data' in reply)) return reply
  return data({ ...reply.data, strands }, reply.init ?? undefined)
}
