import type { CasesCatalogue } from '../keys.ts'
import returnSettings from './returnSettings.ts'
import returns from './returns.ts'

/** Namespaces of the pages about returns and exchanges. */
export const casesCatalogue: CasesCatalogue = {
  returnSettings,
  returns,
}
