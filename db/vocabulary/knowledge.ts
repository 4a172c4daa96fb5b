export const articleStatuses = ['draft', 'published', 'retired'] as const
export type ArticleStatus = (typeof articleStatuses)[number]

/** KB-1: whom an answer is for. */
export const audiences = ['public', 'staff'] as const
export type Audience = (typeof audiences)[number]

/** Where an answer solved it. */
export const usePlaces = ['help', 'report', 'desk'] as const
export type UsePlace = (typeof usePlaces)[number]
