import returns from './returns.ts'

/** Namespaces of the pages about returns and exchanges. */
export const casesCatalogue = {
  returns,
}
