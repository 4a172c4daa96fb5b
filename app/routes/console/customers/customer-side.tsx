import { useWords } from '#app/i18n/use-words.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { F } from '#app/ui/links.tsx'
import { customerPath } from './customer-paths.ts'
import type { CustomerView } from './customer-view.server.ts'
import { RegularContact } from './regular-contact.tsx'

/** How to reach somebody, and what colleagues should know of them. */
export function CustomerSide({ customer }: { customer: CustomerView }) {
  const { t, format } = useWords()
  const none = <span className="muted">{t('customers:page.none')}</span>
  const phone = (e164: string) => (
    <a className="link" href={`tel:${e164}`}>
      {format.phone(e164)}
    </a>
  )
  return (
    <>
      <Section
        title={t('customers:page.facts')}
        right={
          customer.may.write && (
            <TextLink href={`${customerPath(customer.id)}/details`}>
              {t('customers:details.do')}
            </TextLink>
          )
        }
      >
        <Facts
          items={[
            {
              term: t('customers:page.phone'),
              children: customer.phone ? phone(customer.phone) : none,
            },
            { term: t('customers:page.email'), children: customer.email ?? none },
            { term: t('customers:page.address'), children: customer.address ?? none },
            {
              term: t('customers:page.language'),
              children: t(`tickets:call.languages.${customer.locale}`),
            },
            { term: t('customers:page.since'), children: format.date(customer.since) },
          ]}
        />
      </Section>
      <RegularContact customer={customer} />
      <Contacts customer={customer} />
      <Notes customer={customer} />
    </>
  )
}

function Contacts({ customer }: { customer: CustomerView }) {
  const { t, format } = useWords()
  const { contacts, may, id } = customer
  return (
    <Section
      title={t('customers:contacts.title')}
      right={
        may.write && (
          <TextLink href={`${customerPath(id)}/contacts`}>{t('customers:contacts.add')}</TextLink>
        )
      }
    >
      {contacts.length === 0 ? (
        <p className="muted">{t('customers:contacts.none')}</p>
      ) : (
        <ul className="mini">
          {contacts.map((contact) => (
            <li key={contact.id}>
              <p className="title">
                <span className="muted">{t(`customers:contacts.kinds.${contact.kind}`)}</span>
                {contact.kind === 'phone' ? (
                  <a className="link" href={`tel:${contact.value}`}>
                    {format.phone(contact.value)}
                  </a>
                ) : (
                  <span>{contact.value}</span>
                )}
              </p>
              {contact.label && <p>{contact.label}</p>}
              {may.write && (
                <F
                  method="post"
                  action={`${customerPath(id)}/contacts/${contact.id}/removal`}
                  className="actions"
                >
                  <Btn variant="quiet" size="in" icon="x">
                    {t('customers:contacts.remove')}
                    <span className="vh">{contact.value}</span>
                  </Btn>
                </F>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Notes({ customer }: { customer: CustomerView }) {
  const { t, format } = useWords()
  const { notes, may, id } = customer
  return (
    <Section
      title={t('customers:notes.title')}
      right={
        may.write && (
          <TextLink href={`${customerPath(id)}/notes`}>{t('customers:notes.add')}</TextLink>
        )
      }
    >
      {notes.length === 0 ? (
        <p className="muted">{t('customers:notes.none')}</p>
      ) : (
        <ul className="mini">
          {notes.map((note) => (
            <li key={note.id}>
              <p className="typed">{note.body}</p>
              <p className="xs muted">
                {t('customers:notes.by', { name: note.author, at: format.dated(note.at) })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
