import type { VisitStatus as State } from '#db/vocabulary/visits.ts'
import type { NoShowSide } from '#db/vocabulary/work.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Status, visitStatusLook } from '#app/ui/console/status.tsx'

/** Where a visit stands; one that ended because somebody wasn't there says who (DS-4). */
export function VisitStatus({
  visit: { status, noShow },
  filled,
  more = '',
}: {
  visit: { status: State; noShow: NoShowSide | null }
  filled?: boolean
  more?: string | false
}) {
  const { t } = useWords()
  const look = visitStatusLook[status]
  return (
    <Status filled={filled} {...look} tone={noShow ? 'trouble' : look.tone}>
      {noShow ? t(`words:noShow.${noShow}`) : t(`words:visitStatus.${status}`)}
      {more}
    </Status>
  )
}
