import { useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { CheckItem, Checklist as List } from '#app/ui/crew/visit.tsx'
import { Button } from '#app/ui/portal/buttons.tsx'
import { FieldError } from '#app/ui/portal/fields.tsx'
import type { WhyNot } from '../kept/entry.ts'
import { HiddenFields } from '../kept/hidden-fields.tsx'
import { useRecord } from '../kept/use-kept.ts'
import type { Check } from './crew-visit.ts'
import { useHydrated } from './hydrated.ts'
import { useVisit } from './loaded-visit.ts'
import { ReadingField } from './reading-field.tsx'

/** Each tick and each reading is kept at once; without script the whole list is saved by its button. */
export function Checklist() {
  const { id, checks, submissionKey } = useVisit()
  const { t } = useWords()
  const hydrated = useHydrated()
  if (checks.length === 0) return null
  return (
    <section>
      <h2 id="checklist">{t('crew:checks.title')}</h2>
      <form
        method="post"
        action={`/crew/visits/${id}/entries`}
        className="gap-2"
        aria-labelledby="checklist"
        onSubmit={(event) => event.preventDefault()}
      >
        <HiddenFields kind="check" submissionKey={`${submissionKey}-check`} />
        {checks.map(({ id: item }) => (
          <input key={item} type="hidden" name="shown" value={item} />
        ))}
        <List>
          {checks.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </List>
        {!hydrated && (
          <p className="gap-4">
            <Button>{t('crew:checks.save')}</Button>
          </p>
        )}
      </form>
    </section>
  )
}

function Item({ item }: { item: Check }) {
  const { id } = useVisit()
  const { t } = useWords()
  const record = useRecord(id)
  // What was tapped holds until it has been kept.
  const [tapped, setTapped] = useState<boolean | null>(null)
  const [why, setWhy] = useState<WhyNot | null>(null)
  const done = tapped ?? item.done
  const keep = async (ticked: boolean, reading?: [field: string, typed: string]) => {
    const form = new FormData()
    form.set('shown', String(item.id))
    if (ticked) form.set('done', String(item.id))
    if (reading) form.set(...reading)
    setTapped(ticked)
    const recorded = await record('check', form)
    setWhy(recorded.kept ? null : recorded.why)
    setTapped(null)
  }
  return (
    <CheckItem
      name="done"
      value={item.id}
      label={item.text}
      must={item.must && t('crew:checks.must')}
      checked={done}
      onChange={(event) => void keep(event.currentTarget.checked)}
    >
      {item.unit !== null && (
        <ReadingField
          item={item}
          onRead={(field, typed) => void keep(done || typed.trim() !== '', [field, typed])}
        />
      )}
      {why && (
        <FieldError prefix={t('common:errorPrefix')}>{t(`crew:unsent.notKept.${why}`)}</FieldError>
      )}
    </CheckItem>
  )
}
