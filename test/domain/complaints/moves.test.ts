import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  canMoveComplaint,
  complaintMoves,
  complaintStatuses,
  faultMoves,
  faultStatuses,
} from '#db/vocabulary/complaints.ts'
import { answerComplaint } from '#app/domain/complaints/answer-complaint.server.ts'
import { addFinding } from '#app/domain/complaints/add-finding.server.ts'
import { noteVerdict } from '#app/domain/complaints/give-verdict.server.ts'
import { takeUpAgain } from '#app/domain/complaints/take-up-again.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aComplaint, aManager, complaintNow, key } from './a-complaint.ts'

const database = testDatabase()

test('CP-1 the moves are data: closed comes from answered alone, and every standing leads on', () => {
  const leadTo = (to: (typeof complaintStatuses)[number]) =>
    complaintStatuses.filter((from) => canMoveComplaint(from, to))
  expect(leadTo('closed')).toEqual(['answered'])
  for (const status of complaintStatuses) expect(complaintMoves[status].length).toBeGreaterThan(0)
})

test('CP-2 a decided fault goes nowhere', () => {
  const ended = faultStatuses.filter((status) => faultMoves[status].length === 0)
  expect(ended).toEqual(['verified', 'dismissed'])
})

const steps = ['find', 'answer', 'content', 'not_content', 'again'] as const

test('CP-1 whatever is done in whatever order, it moves along the moves and ends on the customer’s word', async () => {
  const ctx = await aManager(database.db)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 8 }), async (done) => {
      const { ticket, number } = await aComplaint(database.db)
      for (const step of done) {
        const before = await complaintNow(database.db, ticket)
        const { version } = before
        const acts = {
          find: () => addFinding(ctx, number, { body: '查到', submissionKey: key() }),
          answer: () =>
            answerComplaint(ctx, number, {
              version,
              submissionKey: key(),
              about: 'service',
              cause: `原因 ${key()}`,
              resolution: '道歉',
            }),
          content: () => noteVerdict(ctx, number, { version, verdict: 'content', words: '' }),
          not_content: () =>
            noteVerdict(ctx, number, { version, verdict: 'not_content', words: '不行' }),
          again: () => takeUpAgain(ctx, number, { version, reason: '再查' }),
        }
        const refused = await acts[step]().then(
          () => false,
          (error: unknown) => error instanceof DomainError || Promise.reject(error as Error),
        )
        const after = await complaintNow(database.db, ticket)
        if (refused) expect(after).toEqual(before)
        else if (after.status !== before.status) {
          expect(canMoveComplaint(before.status, after.status)).toBe(true)
        }
        if (after.status === 'closed') expect(after.verdict).toBe('content')
      }
    }),
    { numRuns: 15 },
  )
})
