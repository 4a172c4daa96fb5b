import type { Plan } from '#db/vocabulary/returns.ts'

/** What a decision sets going: nothing but what is said. */
export const aPlan = (facts: Partial<Plan> = {}): Plan => ({
  remedy: 'exchange',
  what: '',
  promisedOn: null,
  collect: 'none',
  amount: null,
  method: null,
  ...facts,
})
