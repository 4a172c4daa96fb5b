import { useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Paper, WithSide } from '#app/ui/console/layout.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { casePath, returnsPath } from '../case-look.ts'
import type { loader } from './claim.tsx'
import { ClaimForms } from './claim-forms.tsx'
import { claimLook, claimPath, claimsPath } from './claim-look.ts'

/** The claim that all pages under its address are about. */
export function useClaim() {
  const loaded = useRouteLoaderData<typeof loader>('routes/console/returns/claims/claim')
  if (!loaded) throw new Error('Only below the page of a claim')
  return loaded
}

/** RX-5: one claim: what is claimed, for what, and what comes next. */
export function ClaimPage() {
  const { t } = useWords()
  const loaded = useClaim()
  const { claim } = loaded
  const asks = loaded.moves.length > 0
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('visits:visit.crumb')}
            items={[
              { href: returnsPath, label: t('returns:title') },
              { href: claimsPath, label: t('returns:claims.title') },
            ]}
          />
        }
        title={t('returns:claims.pageTitle', { number: claim.number })}
      >
        <Status filled {...claimLook[claim.status]}>
          {t(`returns:claim.${claim.status}`)}
        </Status>
        <BtnLink icon="dl" href={`${claimPath(claim.number)}/pack`} download>
          {t('returns:claims.pack')}
        </BtnLink>
      </PageHead>
      <Frame side={asks && <ClaimForms loaded={loaded} />}>
        <ClaimFacts />
        <ClaimSteps />
      </Frame>
    </>
  )
}

/** The forms beside the facts, as long as there are some. */
function Frame({ side, children }: { side: ReactNode; children: ReactNode }) {
  const { t } = useWords()
  if (!side) return <div className="paper">{children}</div>
  return (
    <WithSide sideLabel={t('returns:claims.next')} side={side}>
      <Paper>{children}</Paper>
    </WithSide>
  )
}

function ClaimFacts() {
  const { t, format } = useWords()
  const { claim, case: one, answerable, shares, decision } = useClaim()
  const waits = claim.status === 'open' || claim.status === 'sent'
  const optional = (term: string, children: ReactNode) => (children ? [{ term, children }] : [])
  return (
    <Section title={t('returns:claims.facts')}>
      <p className="muted">{t('returns:claims.packHint')}</p>
      <Facts
        two
        items={[
          { term: t('returns:claims.supplier'), children: <b>{claim.supplier}</b> },
          {
            term: t('returns:claims.amount'),
            children: format.money(claim.amount, claim.currency),
            hint:
              claim.days === null
                ? undefined
                : [
                    t('returns:claims.days', { count: claim.days }),
                    waits && t('returns:claims.ageHint'),
                  ]
                    .filter(Boolean)
                    .join(' · '),
          },
          ...optional(
            t('returns:claims.credited'),
            claim.credited === null ? null : format.money(claim.credited, claim.currency),
          ),
          {
            term: t('returns:claims.case'),
            children: <TextLink href={casePath(one.number)}>{one.number}</TextLink>,
          },
          { term: t('returns:claims.product'), children: one.product, hint: one.model },
          ...optional(t('returns:claims.sheet.order'), one.order?.number),
          ...optional(t('returns:claims.sheet.batch'), one.batch),
          ...optional(
            t('returns:shares.cause'),
            answerable && <span className="typed">{answerable.cause}</span>,
          ),
          ...optional(
            t('returns:shares.evidence'),
            answerable && <span className="typed">{answerable.evidence}</span>,
          ),
          ...optional(
            t('returns:claims.sheet.shares'),
            shares
              .map(({ party, percent }) =>
                t('returns:shares.part', { party: t(`returns:party.${party}`), percent }),
              )
              .join(t('returns:shares.between')),
          ),
          ...optional(
            t('returns:cost.total'),
            decision && format.money(decision.total, decision.currency),
          ),
          ...optional(
            t('returns:claims.note'),
            claim.note && <span className="typed">{claim.note}</span>,
          ),
        ]}
      />
    </Section>
  )
}

/** Who did what with it, the first at the top. */
function ClaimSteps() {
  const { t, format } = useWords()
  const { claim, steps } = useClaim()
  const person = (name: string | null, at: string) =>
    name ? t('returns:claims.person', { name, when: format.moment(at) }) : format.moment(at)
  return (
    <Section title={t('returns:claims.steps')}>
      <Facts
        items={[
          { term: t('returns:claims.made'), children: person(claim.madeBy, claim.madeAt) },
          ...steps.map(({ status, note, credited, by, at }) => ({
            term: t(`returns:claim.${status}`),
            children: [credited !== null && format.money(credited, claim.currency), person(by, at)]
              .filter(Boolean)
              .join(' · '),
            hint: note && <span className="typed">{note}</span>,
          })),
        ]}
      />
    </Section>
  )
}
