import { useWords } from '#app/i18n/use-words.ts'
import { Button, TextButton } from '#app/ui/portal/buttons.tsx'
import { TextAreaField, TextField } from '#app/ui/portal/fields.tsx'
import { Chip } from '#app/ui/portal/notices.tsx'
import { TwoUp } from '#app/ui/crew/visit.tsx'
import type { CrewVisit, Extra } from './crew-visit.ts'
import { Drawing } from './drawing.tsx'
import { useVisit } from './loaded-visit.ts'
import { EntryForm, useVisitForm } from './visit-form.tsx'

/** VS-7: the one that waits for the customer's answer. */
export const undecided = ({ extras }: Pick<CrewVisit, 'extras'>) =>
  extras.find(({ decision }) => decision === null)

export const extraId = ({ key }: Pick<Extra, 'key'>) => `extra-${key.slice(0, 12)}`

/** VS-7: what was found, for how long and for how much, before it is done. */
export function ExtraForm() {
  const { t } = useWords()
  const f = useVisitForm<'what' | 'minutes' | 'price'>('extra')
  return (
    <EntryForm of={f} label={t('crew:extra.title')}>
      <p className="muted">{t('crew:extra.hint')}</p>
      <TextAreaField
        {...f.field('what')}
        label={t('crew:extra.what')}
        errorPrefix={t('common:errorPrefix')}
        rows={2}
        maxLength={500}
      />
      <TextField
        {...f.field('minutes')}
        label={t('crew:extra.minutes')}
        errorPrefix={t('common:errorPrefix')}
        inputMode="numeric"
        short
        maxLength={4}
        autoComplete="off"
      />
      <TextField
        {...f.field('price')}
        label={t('crew:extra.price')}
        errorPrefix={t('common:errorPrefix')}
        inputMode="decimal"
        short
        maxLength={9}
        autoComplete="off"
      />
      <Button variant="primary" disabled={f.busy}>
        {t('crew:extra.submit')}
      </Button>
    </EntryForm>
  )
}

/** The phone is handed over: what it is, what it costs, and two answers. */
export function ExtraToDecide() {
  const visit = useVisit()
  const extra = undecided(visit)
  return extra ? <Decision key={extra.key} extra={extra} /> : null
}

function Decision({ extra }: { extra: Extra }) {
  const { name } = useVisit()
  const { t, format } = useWords()
  const id = extraId(extra)
  const f = useVisitForm<'decision' | 'name' | 'drawing'>('extra_decision', {
    id,
    defaults: { name },
  })
  return (
    <section className="call-task asked" id={`${id}-ask`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('crew:extra.asked')}</h2>
      <p className="asked__what typed">{extra.what}</p>
      <p className="asked__price">
        <b className="num">
          {extra.price > 0 ? format.money(extra.price, extra.currency) : t('crew:extra.free')}
        </b>
        {extra.minutes > 0 && (
          <span>{t('crew:extra.more', { minutes: format.minutes(extra.minutes) })}</span>
        )}
      </p>
      <EntryForm of={f}>
        <input type="hidden" name="extra" value={extra.key} />
        <TextField
          {...f.field('name')}
          label={t('crew:extra.name')}
          errorPrefix={t('common:errorPrefix')}
          maxLength={80}
          autoComplete="off"
        />
        <Drawing of={id} error={f.field('drawing').error} open={extra.price > 0} />
        <TwoUp>
          <Button name="decision" value="accepted" variant="primary" icon="check" disabled={f.busy}>
            {t('crew:extra.accept')}
          </Button>
          <Button name="decision" value="declined" disabled={f.busy}>
            {t('crew:extra.decline')}
          </Button>
        </TwoUp>
        <TextButton name="decision" value="withdrawn" disabled={f.busy}>
          {t('crew:extra.withdraw')}
        </TextButton>
      </EntryForm>
    </section>
  )
}

const looks = {
  accepted: { tone: 'done', icon: 'done' },
  declined: { tone: 'idle', icon: 'close' },
  withdrawn: { tone: 'idle', icon: 'idle' },
} as const

/** What was asked, and what was said to it. */
export function Extras() {
  const { extras } = useVisit()
  const { t, format } = useWords()
  const decided = extras.flatMap(({ decision, ...extra }) =>
    decision === null ? [] : [{ ...extra, decision }],
  )
  if (decided.length === 0) return null
  return (
    <section>
      <h2>{t('crew:extra.list')}</h2>
      <ul className="noted">
        {decided.map(({ key, what, minutes, price, currency, decision, by, at, decidedAt }) => (
          <li key={key}>
            <p className="typed">{what}</p>
            <p className="num">
              {[
                price > 0 ? format.money(price, currency) : t('crew:extra.free'),
                ...(minutes > 0
                  ? [t('crew:extra.more', { minutes: format.minutes(minutes) })]
                  : []),
              ].join(t('crew:comma'))}
            </p>
            <Chip {...looks[decision]}>
              {t(`crew:extra.${decision}`, { name: by ?? '', time: format.time(decidedAt ?? at) })}
            </Chip>
          </li>
        ))}
      </ul>
    </section>
  )
}
