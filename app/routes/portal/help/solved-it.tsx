import { useWords } from '#app/i18n/use-words.ts'
import { Actions, Button, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Panel } from '#app/ui/portal/page.tsx'
import { beginPath, stepPath } from '../report/paths.ts'

interface Answer {
  slug: string
  /** The report it was read for. */
  draft: string | null
  /** What it is about. */
  about: string | null
  /** The reader said so, now or before. */
  solved: 'now' | 'before' | null
  reader: string
}

/** Whether the answer was one; from a report, it may end it, and leads back into it. */
export function SolvedIt({ answer }: { answer: Answer }) {
  const { t } = useWords()
  const { slug, draft, solved, reader } = answer
  if (solved) return <Solved answer={answer} />
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
          <ButtonLink href={reportAfter(answer)} icon="wrench">
            {t(draft ? 'home:help.backToReport' : 'home:help.no')}
          </ButtonLink>
        </Actions>
      </form>
      <p className="gap-4">
        <a href={othersPath(answer)}>{t('home:help.others')}</a>
      </p>
    </Panel>
  )
}

function Solved({ answer }: { answer: Answer }) {
  const { t } = useWords()
  const { draft, solved } = answer
  return (
    <Notice tone="done" icon="done">
      <div data-ended={draft ? 'report' : undefined}>
        <p role="status">
          <b>{t(solved === 'now' ? 'home:help.thanks' : 'home:help.said')}</b>{' '}
          {draft && t('home:help.reportEnded')}
        </p>
        <p className="gap-2">
          <a href={reportAfter(answer)}>
            {t(draft ? 'home:help.reportAgain' : 'home:help.reportInstead')}
          </a>
        </p>
      </div>
    </Notice>
  )
}

/** The report that knows which answer didn't help. */
const reportAfter = ({ slug, draft }: Answer) =>
  draft ? `${stepPath(draft, 'problem')}&tried=${slug}` : beginPath({ tried: slug })

const othersPath = ({ about }: Answer) => (about ? `/help?about=${about}` : '/help')
