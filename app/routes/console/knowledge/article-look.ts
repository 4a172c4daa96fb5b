import type { ArticleStatus } from '#db/vocabulary/knowledge.ts'
import type { StatusLook } from '#app/ui/console/status.tsx'

export const knowledgePath = '/console/knowledge'
export const articlePath = (slug: string) => `${knowledgePath}/${slug}`

export const articleStatusLook = {
  draft: { tone: 'waiting', icon: 's-new' },
  published: { tone: 'done', icon: 's-ok' },
  retired: { tone: 'idle', icon: 's-closed' },
} as const satisfies Record<ArticleStatus, StatusLook>
