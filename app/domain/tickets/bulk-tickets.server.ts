import { z } from 'zod'
import type { Ctx } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { text, version } from '#app/platform/fields.ts'
import { assignTicket, chosenOwner } from './assign-ticket.server.ts'
import { lookAgain } from './look-again.server.ts'
import { pauseTicket, PauseTicketForm, refusePastDay } from './pause-ticket.server.ts'
import { resumeTicket } from './resume-ticket.server.ts'
import { changeTags, typedTags } from './tag-ticket.server.ts'

/** More than a page shows is no selection of a person's. */
const most = 200

/** The tickets that were marked, each with the version that was on the page: `NUMBER.VERSION`. */
const marked = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z
    .array(
      z
        .string()
        .regex(/^[A-Za-z0-9-]{1,40}\.\d{1,9}$/)
        .transform((value) => {
          const [number = '', at = ''] = value.split('.')
          return { number, version: Number(at) }
        }),
    )
    .min(1, 'validation:markTickets')
    .max(most),
)

const someTags = typedTags.refine((tags) => tags.length > 0, 'validation:required')
const number = z.string().max(40)
const Undo = z.union([
  z.array(z.object({ number, version, owner: z.uuid().nullable() })).max(most),
  z.array(z.object({ number, resume: z.literal(true) })).max(most),
  z.array(z.object({ number, add: z.array(z.string()), remove: z.array(z.string()) })).max(most),
])
const undo = z.string().transform((value, ctx) => {
  try {
    return Undo.parse(JSON.parse(value))
  } catch {
    ctx.addIssue({ code: 'custom', message: 'validation:format' })
    return z.NEVER
  }
})

export const BulkForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('assign'), ticket: marked, owner: chosenOwner }),
  z.object({ do: z.literal('pause'), ticket: marked, ...PauseTicketForm.shape }),
  z.object({ do: z.literal('tag'), ticket: marked, tags: someTags }),
  z.object({ do: z.literal('untag'), ticket: marked, tags: someTags }),
  z.object({
    do: z.literal('look_again'),
    ticket: marked,
    day: z.iso.date({ message: 'validation:day' }),
    why: text(500).or(z.literal('')).optional(),
  }),
  z.object({ do: z.literal('undo'), undo }),
])
export type BulkForm = z.output<typeof BulkForm>

export interface BulkResult {
  did: BulkForm['do']
  done: number
  /** To whom they were given; null for nobody. */
  owner?: string | null
  /** Which could not, and why. */
  failed: { number: string; refusal: string; values: Record<string, string | number> }[]
  /** What takes it back, for the same form; null where nothing can. */
  undo: string | null
}

/**
 * Does one thing to many tickets, each for itself: one that can't is told and stops none of the others.
 * @throws DomainError invalid for what is wrong whichever the ticket
 */
export async function bulkTickets(ctx: Ctx, form: BulkForm): Promise<BulkResult> {
  const failed: BulkResult['failed'] = []
  const each = async <T extends { number: string }, R>(
    items: readonly T[],
    work: (item: T) => Promise<R>,
  ): Promise<R[]> => {
    const results: R[] = []
    for (const item of items) {
      try {
        results.push(await work(item))
      } catch (error) {
        if (!(error instanceof DomainError) || error.kind === 'forbidden') throw error
        failed.push({ number: item.number, refusal: error.code, values: error.values })
      }
    }
    return results
  }
  const answer = (done: unknown[], undo: unknown[] = []): BulkResult => ({
    did: form.do,
    done: done.length,
    failed,
    undo: undo.length > 0 ? JSON.stringify(undo) : null,
  })

  switch (form.do) {
    case 'assign': {
      const { owner } = form
      const done = await each(form.ticket, async ({ number, version }) => {
        const { from, version: since } = await assignTicket(ctx, number, { owner, version })
        return { number, version: since, owner: from }
      })
      const given = answer(
        done,
        done.filter((one) => one.owner !== owner),
      )
      return { ...given, owner }
    }
    case 'pause': {
      refusePastDay(ctx, form.until)
      const done = await each(form.ticket, async ({ number }) => ({
        number,
        resume: true,
        from: await pauseTicket(ctx, number, form),
      }))
      // Whatever is resumed stands where an assessed one does.
      return answer(
        done,
        done
          .filter(({ from }) => from === 'triaged')
          .map(({ number, resume }) => ({ number, resume })),
      )
    }
    case 'look_again': {
      const { day, why = '' } = form
      return answer(
        await each(form.ticket, ({ number }) =>
          lookAgain(ctx, number, { answered: 'later', day, reason: why }),
        ),
      )
    }
    case 'tag':
    case 'untag': {
      const change =
        form.do === 'tag' ? { add: form.tags, remove: [] } : { add: [], remove: form.tags }
      const done = await each(form.ticket, async ({ number }) => {
        const { add, remove } = await changeTags(ctx, number, change)
        return { number, add: remove, remove: add }
      })
      return answer(
        done,
        done.filter(({ add, remove }) => add.length + remove.length > 0),
      )
    }
    case 'undo':
      return answer(
        await each<(typeof form.undo)[number], unknown>(form.undo, (one) => {
          if ('resume' in one) return resumeTicket(ctx, one.number)
          return 'owner' in one
            ? assignTicket(ctx, one.number, one)
            : changeTags(ctx, one.number, one)
        }),
      )
  }
}
