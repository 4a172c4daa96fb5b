/** What pages may use of papers: job sheets and load lists. */
export { type CrewPapers, papersOfDay, stillToDo } from './papers-of-day.server.ts'
export { sheetOfVisit } from './sheet-of-visit.server.ts'
export type { Goods, JobSheet } from './job-sheet.ts'
export { isShort, loadListOf, loadsNothing, type LoadList, type Total } from './load-list.ts'
