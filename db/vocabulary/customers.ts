/** CU-1 */
export const customerGrades = ['A', 'B', 'C'] as const
export type CustomerGrade = (typeof customerGrades)[number]
