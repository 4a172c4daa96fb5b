import { useWords } from '#app/i18n/use-words.ts'
import { stepPath } from '../report/paths.ts'
import { Actions, Button, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Panel } from '#app/ui/portal/page.tsx'

/** Whether the answer was one; from a report, it may end it, and leads back into it. */
export function SolvedIt({
  answer: { slug, draft, solved, reader },
}: {
  answer: { slug: string; draft: string | null; solved: boolean; reader: string }
}) {
  const { t } = useWords()
  const report = draft ? stepPath(draft, 'problem') : '/report'
  if (solved) {
    return (
      <Notice tone="done" icon="done">
        <div data-ended={draft ? 'report' : undefined}>
          <p role="status">
            <b>{t('home:help.thanks')}</b>{' '}
            {t(draft ? 'home:help.reportEnded' : 'home:help.thanksMore')}
          </p>
          <p className="gap-2">
            <a href={report}>{t(draft ? 'home:help.reportAgain' : 'home:help.reportInstead')}</a>
          </p>
        </div>
      </Notice>
    )
  }
  return (
    <Panel>
      <h2>{t('home:help.ask')}</h2>
      <form method="post" action={`/help/${slug}`} data-enhance="once">
        <input type="hidden" name="reader" value={reader} />
        {draft && <input type="hidden" name="draft" value={draft} />}
        <Actions>
          <Button variant="primary" icon="done">
            {t('home:help.yes')}
          </Button>
          <ButtonLink href={report} icon="wrench">
            {t(draft ? 'home:help.backToReport' : 'home:help.no')}
          </ButtonLink>
        </Actions>
      </form>
    </Panel>
  )
}
