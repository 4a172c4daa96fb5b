import type { ReactNode } from 'react'
import type { FormReply } from '#app/platform/http.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Paper, WithSide } from '#app/ui/console/layout.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Facts, PhotosGrid, Section, Warn } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { withinDay } from '../civil-day.ts'
import { custodyPath, receiptPath, standingLook } from './custody-look.ts'
import { useReceipt } from './loaded-receipt.ts'
import { ReturnForm } from './return-form.tsx'
import { Returned } from './returned.tsx'

export function ReceiptPage({ reply }: { reply?: FormReply | null | undefined }) {
  const { receipt, standing, may } = useReceipt()
  const { t, format } = useWords()
  const asks = may.giveBack || Boolean(reply)
  const title = t('custody:receipt.title', { number: receipt.number })
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('visits:visit.crumb')}
            items={[{ href: custodyPath, label: t('custody:title') }]}
          />
        }
        title={title}
      >
        <Status filled {...standingLook[standing]}>
          {t(`custody:standing.${standing}`)}
        </Status>
        <BtnLink icon="print" target="_blank" href={`${receiptPath(receipt.number)}/paper`}>
          {t('custody:receipt.print')}
        </BtnLink>
        {may.tickets && (
          <BtnLink icon="ticket" href={`/console/tickets/${receipt.ticketNumber}`}>
            {t('custody:receipt.ticket')}
          </BtnLink>
        )}
      </PageHead>
      <Frame side={asks && <ReturnForm reply={reply} />}>
        {standing === 'overdue' && (
          <Section label={t('custody:standing.overdue')}>
            <Warn tone="bad" icon="s-late">
              {t('custody:receipt.overdue', { day: format.day(withinDay(receipt.backOn!)) })}
            </Warn>
          </Section>
        )}
        <ReceiptFacts />
        <Pictures />
        <Returned />
      </Frame>
    </>
  )
}

/** The form beside the facts, as long as there is one. */
function Frame({ side, children }: { side: ReactNode; children: ReactNode }) {
  const { t } = useWords()
  if (!side) return <div className="paper">{children}</div>
  return (
    <WithSide sideLabel={t('custody:back.form')} side={side}>
      <Paper>{children}</Paper>
    </WithSide>
  )
}

function ReceiptFacts() {
  const { receipt, may } = useReceipt()
  const { t, format } = useWords()
  const { backOn } = receipt
  return (
    <Section title={t('custody:receipt.facts')}>
      <Facts
        two
        items={[
          { term: t('custody:receipt.item'), children: <b>{receipt.item}</b> },
          {
            term: t('custody:receipt.purpose'),
            children: t(`words:custodyPurpose.${receipt.purpose}`),
          },
          {
            term: t('custody:receipt.condition'),
            children: <span className="typed">{receipt.condition}</span>,
          },
          ...(receipt.reason
            ? [
                {
                  term: t('custody:receipt.reason'),
                  children: <span className="typed">{receipt.reason}</span>,
                },
              ]
            : []),
          ...(receipt.purpose === 'repair'
            ? [
                {
                  term: t('custody:receipt.backOn'),
                  children: backOn ? format.day(withinDay(backOn)) : t('custody:list.noDay'),
                },
              ]
            : []),
          { term: t('custody:receipt.takenAt'), children: format.moment(receipt.takenAt) },
          {
            term: t('custody:receipt.takenBy'),
            children: t('custody:person', { name: receipt.takenBy, crew: receipt.crew }),
            ...(may.visits
              ? {
                  hint: (
                    <TextLink href={`/console/visits/${receipt.visitId}`}>
                      {t('custody:receipt.visit')}
                    </TextLink>
                  ),
                }
              : {}),
          },
          { term: t('custody:receipt.handedBy'), children: receipt.handedBy },
          { term: t('custody:receipt.customer'), children: receipt.customer },
          {
            term: t('custody:receipt.phone'),
            children: (
              <a className="link num" href={`tel:${receipt.phone}`}>
                {format.phone(receipt.phone)}
              </a>
            ),
          },
          { term: t('custody:receipt.address'), children: receipt.address },
          { term: t('custody:receipt.product'), children: receipt.product },
        ]}
      />
    </Section>
  )
}

function Pictures() {
  const { receipt } = useReceipt()
  const { t } = useWords()
  const { photos, drawings, item, handedBy } = receipt
  if (photos.length === 0 && !drawings.taken) return null
  return (
    <Section title={t('custody:receipt.photos')}>
      <PhotosGrid
        items={[
          ...photos.map((id, index) => ({
            href: `/attachments/${id}`,
            src: `/attachments/${id}`,
            alt: t('custody:receipt.photoAlt', { item, n: index + 1 }),
          })),
          ...(drawings.taken
            ? [
                {
                  href: `/attachments/${drawings.taken}`,
                  src: `/attachments/${drawings.taken}`,
                  alt: t('custody:receipt.drawing'),
                  caption: handedBy,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
