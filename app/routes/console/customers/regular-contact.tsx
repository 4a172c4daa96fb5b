import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import { ContactBy } from './contact-by.tsx'
import { customerPath } from './customer-paths.ts'
import type { CustomerView } from './customer-view.server.ts'

/** CU-1: how somebody is graded, and when they next hear from us. */
export function RegularContact({ customer }: { customer: CustomerView }) {
  const { t, format } = useWords()
  const { contact, contract, may, id, erasedAt } = customer
  if (erasedAt) return null
  return (
    <Section
      title={t('customers:contact.title')}
      right={
        may.write && (
          <TextLink href={`${customerPath(id)}/grade`}>{t('customers:grade.do')}</TextLink>
        )
      }
    >
      <Facts
        items={[
          {
            term: t('customers:grade.term'),
            children: contact.grade ? (
              <>
                {contact.grade}{' '}
                <span className="muted">
                  {t('customers:grade.every', { count: contact.days[contact.grade] })}
                </span>
              </>
            ) : (
              <span className="muted">{t('customers:grade.none')}</span>
            ),
          },
          {
            term: t('customers:contact.last'),
            children: contact.at ? (
              format.date(contact.at)
            ) : (
              <span className="muted">{t('customers:contact.never')}</span>
            ),
          },
          ...(contact.due
            ? [
                {
                  term: t('customers:contact.next'),
                  children: <ContactBy day={contact.due} due={contact.isDue} />,
                },
              ]
            : []),
          {
            term: t('customers:contract.term'),
            children: contract.until ? (
              <>
                {format.date(withinDay(contract.until))}{' '}
                {contract.ended && <span className="muted">{t('customers:contract.ended')}</span>}
              </>
            ) : (
              <span className="muted">{t('customers:contract.none')}</span>
            ),
          },
        ]}
      />
      {may.write && (
        <p className="actions mt">
          <BtnLink size="in" icon="check" href={`${customerPath(id)}/contacted`}>
            {t('customers:contact.did')}
          </BtnLink>
          <TextLink href={`${customerPath(id)}/contract`}>{t('customers:contract.do')}</TextLink>
        </p>
      )}
    </Section>
  )
}
