import type { CasesCatalogue } from '../keys.ts'
import returns from './returns.ts'

/** Namespaces of the pages about returns and exchanges. */
export const casesCatalogue: CasesCatalogue = {
  returns,
}
