import type { z } from 'zod'
import { readVisitId } from '#app/domain/visits/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { formOfLetter } from '../letter-form.server.ts'

/** A form within the letter, about one visit. */
export const formAboutVisit = <S extends z.ZodType>(
  part: string,
  schema: S,
  verb: (ctx: Ctx<CustomerActor>, visitId: number, value: z.output<S>) => Promise<void>,
  taken = '',
) => formOfLetter(part, schema, (ctx, value, { id }) => verb(ctx, readVisitId(id), value), taken)
