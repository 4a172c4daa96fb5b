import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { Options } from '#app/ui/console/choices.tsx'
import { FormError, FormGrid, InputDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { useCrewReasons } from './crew-reasons.ts'
import { useVisit } from './loaded-visit.ts'
import { BusyCrews, NoCrew } from './no-crew.tsx'

type Crews = NonNullable<ReturnType<typeof useVisit>['crews']>

/** Who can come and when, the best first, and who can't and why (DS-1). */
export function AssignForm({ reply, crews }: { reply?: FormReply | null; crews: Crews }) {
  const visit = useVisit()
  const { t, format } = useWords()
  const navigation = useNavigation()
  const f = useFormOf<'crewId' | 'start'>('assign', { reply })
  const version = usePinnedVersion(visit.version, f.refusal)
  const choice = f.field('crewId')
  const { free, busy } = crews
  const chosen = choice.defaultValue ?? String(visit.crew?.id ?? free[0]?.id ?? '')
  const detail = useCrewReasons({ skill: visit.skill, crewId: visit.crew?.id ?? null })
  const action = `/console/visits/${visit.id}/crew`
  return (
    <Section title={visit.crew ? t('visits:assign.titleAgain') : t('visits:assign.title')}>
      {f.formError && <FormError>{f.formError}</FormError>}
      {free.length === 0 && <NoCrew windowOver={visit.windowOver} />}
      {free.length > 0 && (
        <Form method="post" action={action} preventScrollReset {...f.form}>
          <input type="hidden" name="version" value={version} />
          <FormGrid>
            <Options
              id={choice.id}
              name="crewId"
              legend={t('visits:assign.legend')}
              error={choice.error}
              items={free.map((crew) => ({
                value: String(crew.id),
                label: crew.name,
                right: t('visits:assign.freeAt', { time: format.time(crew.start) }),
                detail: detail.reasons(crew),
                defaultChecked: chosen === String(crew.id),
              }))}
            />
            <InputDense
              {...f.field('start')}
              type="time"
              label={t('visits:assign.start')}
              hint={t('visits:assign.startHint')}
            />
            <div>
              <Btn variant="go" disabled={navigation.formAction === action}>
                {visit.crew ? t('visits:assign.change') : t('visits:assign.confirm')}
              </Btn>
              <p className="xs muted mt">
                {visit.ticket.hasEmail ? t('visits:assign.told') : t('visits:assign.notTold')}
              </p>
            </div>
          </FormGrid>
        </Form>
      )}
      <BusyCrews busy={busy} why={(crew) => detail.why(crew)} open={free.length === 0} />
    </Section>
  )
}
