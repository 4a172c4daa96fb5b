import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Ago } from '#app/ui/console/page.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { complaintPath, recordPath } from './complaint-look.ts'
import type { ComplaintView } from './complaint-view.server.ts'

/** Whose it is, what and whom it is about, the visit, the customer. */
export function ComplaintSide({ complaint }: { complaint: ComplaintView }) {
  const { t, format } = useWords()
  const { may, number, openedAt } = complaint
  const at = complaintPath(number)
  const change = (child: string, what: string) =>
    may.change ? (
      <TextLink href={`${at}/${child}`} aria-label={what}>
        {t('complaints:page.change')}
      </TextLink>
    ) : undefined
  return (
    <>
      <Section title={t('complaints:page.facts')}>
        <Facts
          items={[
            {
              term: t('complaints:list.owner'),
              children: complaint.ownerName ?? t('complaints:page.nobody'),
              hint: change('owner', t('complaints:owner.title')),
            },
            {
              term: t('complaints:list.about'),
              children: complaint.about
                ? t(`complaints:about.${complaint.about}`)
                : t('complaints:page.unread'),
              hint: change('subject', t('complaints:subject.title')),
            },
            {
              term: t('complaints:page.opened'),
              children: (
                <Ago iso={openedAt} exact={format.moment(openedAt)}>
                  {format.distance(openedAt)}
                </Ago>
              ),
            },
            { term: t('complaints:page.customer'), children: complaint.customer },
            {
              term: t('complaints:page.phone'),
              children: (
                <a className="link num" href={`tel:${complaint.phone}`}>
                  {format.phone(complaint.phone)}
                </a>
              ),
            },
            { term: t('complaints:page.product'), children: complaint.product },
          ]}
        />
      </Section>
      <People complaint={complaint} />
      <VisitAbout complaint={complaint} />
    </>
  )
}

function People({ complaint }: { complaint: ComplaintView }) {
  const { t } = useWords()
  const { people, may, number } = complaint
  return (
    <Section title={t('complaints:people.title')}>
      {people.length === 0 ? (
        <p className="muted">{t('complaints:people.none')}</p>
      ) : (
        <Facts
          items={people.map((person) => ({
            term: person.name,
            children: (
              <TextLink
                href={recordPath(person.id)}
                aria-label={t('complaints:people.recordOf', { name: person.name })}
              >
                {t('complaints:people.record')}
              </TextLink>
            ),
            hint: person.crew,
          }))}
        />
      )}
      {may.change && (
        <p className="mt">
          <TextLink href={`${complaintPath(number)}/people`}>{t('complaints:people.do')}</TextLink>
        </p>
      )}
    </Section>
  )
}

function VisitAbout({ complaint }: { complaint: ComplaintView }) {
  const { t, format } = useWords()
  const { visit, may } = complaint
  if (!visit) return null
  return (
    <Section title={t('complaints:visit.title')}>
      <Facts
        items={[
          {
            term: t(`words:skill.${visit.skill}`),
            children: `${format.day(visit.start)} ${format.span(visit.start, visit.end)}`,
            hint: may.visits && (
              <TextLink href={`/console/visits/${visit.id}`}>{t('complaints:visit.open')}</TextLink>
            ),
          },
          { term: t('complaints:visit.crew'), children: visit.crew ?? '–' },
          {
            term: t('complaints:visit.arrived'),
            children: visit.arrivedAt ? format.moment(visit.arrivedAt) : '–',
          },
        ]}
      />
    </Section>
  )
}
