import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { QrCode } from '#app/ui/paper/qr.tsx'
import {
  type GridItem,
  Sheet,
  SheetFoot,
  SheetGrid,
  SheetSection,
  SheetSign,
  SheetTop,
  Typed,
} from '#app/ui/paper/sheet.tsx'
import { Checks, Inspections } from './record-checks.tsx'
import { Custody, Damages, Extras } from './record-findings.tsx'
import { Photos } from './record-photos.tsx'
import { Times } from './record-times.tsx'
import type { RecordView, SignedContent } from './record-view.server.ts'

interface Props {
  record: RecordView
  qr: QrCode
  /** Whom its reader turns to when something is wrong with it. */
  ask: ReactNode
  /** What stands at the bottom: who we are. */
  foot: ReactNode
}

/** VS-3: what a customer signed, as it was signed, whether it still is that, and what was put right afterwards. */
export function RecordSheet({ record, qr, ask, foot }: Props) {
  const { number, seq, hash, content } = record
  const { t, format } = useWords()
  return (
    <Sheet flows label={t('record:label', { number })}>
      <SheetTop
        title={t('record:title')}
        sub={t('record:sub')}
        number={t('record:number', { number })}
        lines={[
          seq !== null && t('record:nth', { seq }),
          content?.signedAt && t('record:signedOn', { at: format.dated(content.signedAt) }),
        ].filter(Boolean)}
        qr={qr}
      />
      <Verdict record={record} ask={ask} />
      {content ? (
        <Content content={content} />
      ) : (
        <Typed>{seq === null ? t('record:gone') : t('record:unreadable')}</Typed>
      )}
      <Corrections record={record} />
      <SheetFoot
        children={[
          foot,
          hash && (
            <>
              {t('record:foot')} <code>{hash}</code>
            </>
          ),
        ]}
      />
    </Sheet>
  )
}

/** The first thing to be read: whether the rest can be believed. */
function Verdict({ record: { fault, corrections }, ask }: Pick<Props, 'record' | 'ask'>) {
  const { t } = useWords()
  if (fault !== null) {
    return (
      <div className="verdict bad" role="alert">
        <strong>{t('record:broken')}</strong>
        <p>{t(`record:fault.${fault}`)}</p>
        <p>{ask}</p>
      </div>
    )
  }
  const count = corrections.length
  return (
    <div className="verdict">
      <strong>{t('record:valid')}</strong>
      <p>{count > 0 ? t('record:validCorrected', { count }) : t('record:validText')}</p>
    </div>
  )
}

function Content({ content }: { content: SignedContent }) {
  const { t, format } = useWords()
  const { customer, product, skill, crew, window, work, workDone, outcome, wish } = content
  const facts: (GridItem | null)[] = [
    fact(t('record:name'), customer?.name),
    fact(t('record:crew'), crew),
    fact(t('record:product'), product),
    fact(t('record:service'), skill && t(`words:skill.${skill}`)),
    fact(t('record:address'), customer?.address, { wide: true }),
    window?.start && window.end
      ? fact(
          t('record:window'),
          t('record:at', {
            day: format.wholeDay(window.start),
            span: format.span(window.start, window.end),
          }),
        )
      : null,
    fact(t('record:outcome'), outcome && t(`words:outcome.${outcome}`), { strong: true }),
    wish
      ? fact(
          t('record:wish'),
          t('record:wished', {
            way: t(`words:wishWay.${wish.way}`),
            part: t(`words:wishPart.${wish.part}`),
          }),
        )
      : null,
  ]
  return (
    <>
      <SheetSection title={t('record:customer')}>
        <SheetGrid items={facts.filter((item) => item !== null)} />
      </SheetSection>
      <Times content={content} />
      <Words title={t('record:work')}>{work}</Words>
      <Words title={t('record:workDone')}>{workDone}</Words>
      <Damages content={content} />
      <Extras content={content} />
      <Custody content={content} />
      <Checks content={content} />
      <Inspections content={content} />
      <Photos content={content} />
      <Signed content={content} />
    </>
  )
}

const fact = (
  term: string,
  children: string | null | undefined,
  look: Pick<GridItem, 'wide' | 'strong'> = {},
): GridItem | null => (children ? { term, children, ...look } : null)

function Words({ title, children }: { title: string; children: string | null | undefined }) {
  if (!children) return null
  return (
    <SheetSection title={title}>
      <Typed>{children}</Typed>
    </SheetSection>
  )
}

function Signed({ content: { signer, signedAt, signature } }: { content: SignedContent }) {
  const { t, format } = useWords()
  const name = signer ?? ''
  const at = signedAt ? format.dated(signedAt) : ''
  return (
    <SheetSign
      label={t('record:signing')}
      lines={[
        {
          words: t('record:signed', { name, at }),
          drawing: signature ? (
            <img src={signature} alt={t('record:signature', { name })} />
          ) : (
            <p>{t('record:noDrawing')}</p>
          ),
        },
      ]}
    />
  )
}

function Corrections({ record: { corrections } }: Pick<Props, 'record'>) {
  const { t, format } = useWords()
  if (corrections.length === 0) return null
  return (
    <SheetSection title={t('record:corrections')} id="corrections">
      <ol className="corrections">
        {corrections.map(({ seq, said }) => (
          <li key={seq}>
            {said ? (
              <>
                <Typed>{said.text}</Typed>
                <p className="by">
                  {t('record:corrected', { name: said.by, at: format.dated(said.at), seq })}
                </p>
              </>
            ) : (
              t('record:correctionUnreadable')
            )}
          </li>
        ))}
      </ol>
    </SheetSection>
  )
}
