import type { Catalogue } from '../keys.ts'
import asks from './asks.ts'
import book from './book.ts'
import crew from './crew.ts'
import home from './home.ts'
import overviews from './overviews.ts'
import paper from './paper.ts'
import refusals from './refusals.ts'
import record from './record.ts'
import report from './report.ts'
import track from './track.ts'
import rate from './rate.ts'
import { callersCatalogue } from './callers.ts'
import { callingCatalogue } from './calling.ts'
import { casesCatalogue } from './cases.ts'
import { complainingCatalogue } from './complaining.ts'
import { decidingCatalogue } from './deciding.ts'
import { officeCatalogue } from './office.ts'
import { planningCatalogue } from './planning.ts'
import { staffCatalogue } from './staff.ts'

/** Every namespace; the server's. */
export const catalogue: Catalogue = {
  ...staffCatalogue,
  ...callersCatalogue,
  ...callingCatalogue,
  ...casesCatalogue,
  ...complainingCatalogue,
  ...decidingCatalogue,
  ...officeCatalogue,
  ...planningCatalogue,
  asks,
  book,
  crew,
  home,
  overviews,
  paper,
  refusals,
  record,
  report,
  track,
  rate,
}
