/** CU-1 */
export const customerGrades = ['A', 'B', 'C'] as const
export type CustomerGrade = (typeof customerGrades)[number]

/** Stands where a name or words were, once somebody was erased on request. */
export const erasedWords = '–'
/** Stands in place of the phone: nobody can be reached by it. */
export const isErasedPhone = (phone: string) => phone.startsWith('erased:')
