import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Actions, Button } from '#app/ui/portal/buttons.tsx'
import { Done } from '#app/ui/portal/done.tsx'
import { usePortal } from './portal.ts'

/** What was sent has a number: to copy, with the link that follows it, and to print. */
export function SentNumber({
  what,
  title,
  number,
  link,
}: {
  /** Whose kept draft is done with. */
  what: 'book' | 'report' | 'return'
  title: string
  number: string
  link?: string
}) {
  const { t } = useWords()
  const copied = t('home:sent.copied')
  return (
    <div data-enhance="sent" data-sent={what}>
      <Done title={title} numberLabel={t('home:sent.number')} number={number} />
      <div className="gap-4" data-needs-script hidden>
        <Actions>
          <Button type="button" data-copy={number} data-copied={copied}>
            {t('home:sent.copy')}
          </Button>
          {link !== undefined && (
            <Button type="button" data-copy={link} data-copied={copied}>
              {t('home:sent.copyLink')}
            </Button>
          )}
          <Button type="button" data-print>
            {t('home:sent.print')}
          </Button>
        </Actions>
        <p className="hidden-text" role="status" data-copy-status />
      </div>
    </div>
  )
}

/** On paper: with whom it is, and where it is followed. */
export function SentOnPaper({ trackAddress, at }: { trackAddress: string; at?: string }) {
  const { t } = useWords()
  const { company } = usePortal()
  return (
    <div className="print-only">
      <Facts
        items={[
          { term: t('home:sent.shop'), children: at ? `${company}, ${at}` : company },
          {
            term: t('home:sent.trackAt'),
            children: t('home:sent.trackWith', { address: trackAddress }),
          },
        ]}
      />
    </div>
  )
}
