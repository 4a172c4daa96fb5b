import { Outlet } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { ratingQuestions } from '#db/vocabulary/follow-ups.ts'
import { useFormOf } from '#app/routes/form.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { Column } from '#app/ui/console/layout.tsx'
import { Facts, Section, Warn } from '#app/ui/console/sections.tsx'
import type { CallView } from './call-view.server.ts'
import { Answered } from './verdict-form.tsx'

type Reply = Parameters<typeof useFormOf<'attempt'>>[1]['reply']

/** A follow-up that is over: how it ended, and what was said. */
export function CallDone({ call, reply }: { call: CallView; reply: Reply }) {
  const { t, format } = useWords()
  const { formError } = useFormOf<'attempt'>('answers', { reply })
  const { status, doneAt, rating, inspection, answer, complaint } = call
  const given = rating ?? inspection
  if (status === 'due') return null
  return (
    <Column>
      <Outlet context={call} />
      {formError && (
        <Section label={t('followUps:callTitle')}>
          <FormError>{formError}</FormError>
        </Section>
      )}
      <Section label={t('followUps:callTitle')}>
        <Warn
          tone={status === 'unreachable' ? 'waiting' : 'good'}
          icon={status === 'unreachable' ? 's-cancel' : 's-ok'}
        >
          <b>{t(`followUps:doneTitle.${status}`)}</b> {doneAt && format.moment(doneAt)}
        </Warn>
      </Section>
      {answer && <Verdict call={call} />}
      {given && (
        <Section
          title={t('followUps:given')}
          right={t(rating?.source === 'online' ? 'followUps:online' : 'followUps:byCall')}
        >
          <Facts
            items={[
              ...ratingQuestions.map((question) => {
                const score = given.scores[question] as 1 | 2 | 3 | 4 | 5
                return {
                  term: t(`words:question.${question}`),
                  children: `${score} · ${t(`words:score.${score}`)}`,
                }
              }),
              ...(given.recommend === null
                ? []
                : [{ term: t('followUps:recommendShort'), children: `${given.recommend} / 10` }]),
              ...(given.words
                ? [
                    {
                      term: t('followUps:said'),
                      children: <span className="typed">{given.words}</span>,
                    },
                  ]
                : []),
              ...(complaint
                ? [
                    {
                      term: t('followUps:complaint'),
                      children: (
                        <TextLink href={`/console/tickets/${complaint}`}>{complaint}</TextLink>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Section>
      )}
      <Section label={t('followUps:toQueue')}>
        <BtnLink href="/console/follow-ups">{t('followUps:toQueue')}</BtnLink>
      </Section>
    </Column>
  )
}

/** CP-1: what they were told, and what they said of it. */
function Verdict({ call }: { call: CallView }) {
  const { t } = useWords()
  const { verdict, verdictWords } = call.answer ?? {}
  return (
    <>
      <Answered call={call} />
      {verdict && (
        <Section title={t('calls:verdict.given')}>
          <p>
            <b>{t(`calls:verdict.${verdict}`)}</b>
          </p>
          {verdictWords && <p className="typed mt">{verdictWords}</p>}
        </Section>
      )}
    </>
  )
}
