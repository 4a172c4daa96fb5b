import { changeConsequence } from '#app/domain/consequences/index.server.ts'
import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import {
  keepTold,
  makePrivateLink,
  recordEvent,
  type Ticket,
} from '#app/domain/tickets/index.server.ts'
import { formatMoney } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf, instantAt } from '#app/platform/time.server.ts'
import { holdConsequence } from './hold-consequence.server.ts'
import { settleCase } from './settle-case.server.ts'
import type { NoteRefundForm } from './supply-form.ts'
