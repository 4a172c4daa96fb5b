import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { Seg } from '#app/ui/console/choices.tsx'
import { CheckDense, FormError, FormGrid, InputDense } from '#app/ui/console/fields.tsx'
import { type Skill, visitMarkKinds, type VisitMarkKind } from '#db/vocabulary/visits.ts'

export interface MarkedVisit {
  id: number
  skill: Skill
  hasEmail: boolean
}

interface Props {
  visit: MarkedVisit
  marked: VisitMarkKind[]
  back: string
  reply?: FormReply | null | false | undefined
  open?: boolean | undefined
}

/** Begins anew once what was written is kept; a fetcher that was sent elsewhere still holds the answer before. */
export function MarkForm(props: Props) {
  const fetcher = useFetcher<FormReply>()
  const { state, data } = fetcher
  const [kept, setKept] = useState<{ times: number; answer: typeof data }>({
    times: 0,
    answer: undefined,
  })
  const sent = useRef<{ answer: typeof data } | null>(null)
  useEffect(() => {
    if (state === 'submitting') sent.current ??= { answer: data }
    if (state !== 'idle' || !sent.current) return
    if (data === sent.current.answer) setKept(({ times }) => ({ times: times + 1, answer: data }))
    sent.current = null
  }, [state, data])
  const begun = kept.times === 0
  return (
    <Fields
      key={kept.times}
      {...props}
      fetcher={fetcher}
      reply={data === kept.answer ? begun && props.reply : data}
      open={begun && props.open}
    />
  )
}

type Field = 'kind' | 'note' | 'expectedOn' | 'tell'

function Fields({
  visit,
  marked,
  back,
  reply,
  open,
  fetcher,
}: Props & { fetcher: ReturnType<typeof useFetcher<FormReply>> }) {
  const { t } = useWords()
  const f = useFormOf<Field>('mark', {
    reply,
    defaults: { kind: visit.skill === 'install' ? 'site_not_ready' : 'parts_short', tell: 'yes' },
  })
  const kind = f.field('kind')
  return (
    <details className="mt" open={open}>
      <summary>
        <b>{marked.length > 0 ? t('visits:marks.change') : t('visits:marks.add')}</b>
      </summary>
      <fetcher.Form
        method="post"
        action={`/console/visits/${visit.id}/marks`}
        className="mt"
        {...f.form}
      >
        {f.formError && <FormError>{f.formError}</FormError>}
        <input type="hidden" name="back" value={back} />
        <FormGrid>
          <p className="muted">{t('visits:marks.intro')}</p>
          <Seg
            id={kind.id}
            name="kind"
            legend={t('visits:marks.field')}
            options={visitMarkKinds.map((value) => ({
              value,
              label: t(`visits:marks.kind.${value}`),
            }))}
            defaultValue={kind.defaultValue}
            error={kind.error}
          />
          <InputDense
            {...f.field('note')}
            maxLength={300}
            label={t('visits:marks.note')}
            hint={t('visits:marks.noteHint')}
          />
          <InputDense
            {...f.field('expectedOn')}
            type="date"
            label={t('visits:marks.expectedField')}
            hint={t('visits:marks.expectedHint')}
          />
          <div>
            <CheckDense
              name="tell"
              value="yes"
              defaultChecked={f.field('tell').defaultValue === 'yes'}
              label={t('visits:marks.tell')}
            />
            <p className="muted xs">
              {visit.hasEmail ? t('visits:marks.tellHint') : t('visits:marks.notTold')}
            </p>
          </div>
          <div>
            <Btn disabled={fetcher.state !== 'idle'}>{t('visits:marks.submit')}</Btn>
          </div>
        </FormGrid>
      </fetcher.Form>
    </details>
  )
}
