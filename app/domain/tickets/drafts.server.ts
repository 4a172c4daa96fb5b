import { createHash } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { privateLinks, reportDrafts, tickets } from '#db/schema/tickets.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { hashToken, linkToken } from '#app/platform/tokens.server.ts'

export type DraftRow = typeof reportDrafts.$inferSelect

/** What a homeowner's form asks, and how it is said that it was sent already with other answers. */
export interface DraftKind<Field extends string> {
  fields: readonly Field[]
  alreadySent: 'reportAlreadySent' | 'bookingAlreadySent' | 'askAlreadySent'
}

/** What has been typed, as it was typed. */
export type Typed<Field extends string> = Partial<Record<Field, string>>

/** A ticket made from a form: its number and the token of its private link. */
export interface SentForm {
  number: string
  token: string
}

/** What has been said so far under this token; null when nothing was sent yet. */
export async function findDraft(ctx: Ctx, token: string): Promise<DraftRow | null> {
  const [draft] = await ctx.db
    .select()
    .from(reportDrafts)
    .where(eq(reportDrafts.tokenHash, hashToken(token)))
  return draft ?? null
}

/**
 * Adds answers to a draft. The same answers to a form that was sent lead to its ticket.
 * @throws DomainError conflict when other answers come after it was sent
 */
export async function saveDraft<Field extends string>(
  ctx: Ctx,
  kind: DraftKind<Field>,
  token: string,
  patch: Typed<Field>,
): Promise<{ answers: Typed<Field>; sent: SentForm | null }> {
  return inTransaction(ctx, async (tx) => {
    const draft = await lockDraft(tx, token)
    const answers = withAnswers(draft, patch)
    if (draft.ticketId !== null) return { answers, sent: await sameForm(tx, kind, draft, answers) }
    await keepAnswers(tx, draft, answers)
    return { answers: { ...answers, ...patch }, sent: null }
  })
}

/** What a draft says once more was typed. */
export const withAnswers = <Field extends string>(
  draft: Pick<DraftRow, 'answers'> | null,
  patch: Typed<Field>,
): Typed<Field> => ({ ...(draft?.answers as Typed<Field> | undefined), ...storable(patch) })

const storedLength = 20_000

/** A draft keeps far more than any field takes, and not without end. */
const storable = <Field extends string>(answers: Typed<Field>): Typed<Field> =>
  Object.fromEntries(
    Object.entries<string | undefined>(answers).map(([field, said = '']) => [
      field,
      said.slice(0, storedLength).toWellFormed(),
    ]),
  ) as Typed<Field>

/** Begins a draft under a token nobody has yet. */
export async function beginDraft(ctx: Ctx, token: string, answers: Typed<string>): Promise<void> {
  const now = ctx.now()
  await ctx.db.insert(reportDrafts).values({
    tokenHash: hashToken(token),
    answers: storable(answers) as Record<string, string>,
    createdAt: now,
    updatedAt: now,
  })
}

/** The draft with this token, made if there is none, held until the transaction ends. */
export async function lockDraft(tx: Tx, token: string): Promise<DraftRow> {
  const tokenHash = hashToken(token)
  const now = tx.now()
  await tx.db
    .insert(reportDrafts)
    .values({ tokenHash, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
  const [draft] = await tx.db
    .select()
    .from(reportDrafts)
    .where(eq(reportDrafts.tokenHash, tokenHash))
    .for('update')
  return draft!
}

export async function keepAnswers(tx: Tx, draft: DraftRow, answers: Typed<string>): Promise<void> {
  await tx.db
    .update(reportDrafts)
    .set({ answers: answers as Record<string, string>, updatedAt: tx.now() })
    .where(eq(reportDrafts.id, draft.id))
}

/** Ties a draft to the ticket that was made of it, with the answers it was made of. */
export async function markSent<Field extends string>(
  tx: Tx,
  kind: DraftKind<Field>,
  draft: DraftRow,
  answers: Typed<Field>,
  ticketId: number,
): Promise<void> {
  await keepAnswers(tx, draft, answers)
  await tx.db
    .update(reportDrafts)
    .set({ ticketId, sentHash: answersHash(kind, answers) })
    .where(eq(reportDrafts.id, draft.id))
}

/** The ticket of a form that was sent, if these are the answers it was sent with. */
export async function sameForm<Field extends string>(
  ctx: Ctx,
  kind: DraftKind<Field>,
  draft: DraftRow,
  answers: Typed<Field>,
): Promise<SentForm> {
  const sent = await sentForm(ctx, draft.ticketId!)
  if (draft.sentHash !== answersHash(kind, answers)) throw refused(kind.alreadySent, { ...sent })
  return sent
}

/** The number and the first private link of a ticket that came over the portal. */
export async function sentForm(ctx: Ctx, ticketId: number): Promise<SentForm> {
  const [ticket] = await ctx.db
    .select({ number: tickets.number, linkId: privateLinks.id })
    .from(tickets)
    .innerJoin(privateLinks, eq(privateLinks.ticketId, tickets.id))
    .where(and(eq(tickets.id, ticketId), eq(privateLinks.purpose, 'track')))
    .orderBy(asc(privateLinks.createdAt), asc(privateLinks.id))
    .limit(1)
  return { number: ticket!.number, token: linkToken(ticket!.linkId) }
}

function answersHash<Field extends string>(kind: DraftKind<Field>, answers: Typed<Field>): string {
  const said = kind.fields.map((field) => answers[field] ?? '')
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
