import type { CasesCatalogue } from '../keys.ts'
import complaints from './complaints.ts'
import returnSettings from './returnSettings.ts'
import returns from './returns.ts'

/** Namespaces of the pages about returns, complaints and people's records. */
export const casesCatalogue: CasesCatalogue = {
  complaints,
  returnSettings,
  returns,
}
