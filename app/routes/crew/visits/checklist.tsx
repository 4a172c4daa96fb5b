import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { CheckItem, Checklist as List } from '#app/ui/crew/visit.tsx'
import { Button } from '#app/ui/portal/buttons.tsx'
import { FieldError } from '#app/ui/portal/fields.tsx'
import { hasFailed, replyOf } from '../sending.ts'
import { useHydrated } from './hydrated.ts'
import { useVisit } from './loaded-visit.ts'
import { useOnlineAgain } from './online-again.ts'

type Item = ReturnType<typeof useVisit>['checks'][number]

/** Each tick is kept at once; without script the whole list is saved by its button. */
export function Checklist() {
  const { id, checks } = useVisit()
  const { t } = useWords()
  const hydrated = useHydrated()
  if (checks.length === 0) return null
  const action = `/crew/visits/${id}/checks`
  return (
    <section>
      <h2 id="checklist">{t('crew:checks.title')}</h2>
      <form method="post" action={action} className="gap-2" aria-labelledby="checklist">
        {checks.map(({ id: item }) => (
          <input key={item} type="hidden" name="shown" value={item} />
        ))}
        <List>
          {checks.map((item) => (
            <Check key={item.id} item={item} action={action} />
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

function Check({ item, action }: { item: Item; action: string }) {
  const { t } = useWords()
  const fetcher = useFetcher()
  // What was tapped holds until the answer to it has come.
  const [tapped, setTapped] = useState<{ done: boolean; before: unknown } | null>(null)
  const waits = tapped && (fetcher.state !== 'idle' || fetcher.data === tapped.before)
  const done = waits ? tapped.done : item.done
  const refusal = replyOf(fetcher.data)?.refusal
  const troubled = fetcher.state === 'idle' && (hasFailed(fetcher.data) || refusal)
  const keep = (checked: boolean) => {
    const form = new FormData()
    form.set('shown', String(item.id))
    if (checked) form.set('done', String(item.id))
    form.set('live', '1')
    setTapped({ done: checked, before: fetcher.data })
    void fetcher.submit(form, { method: 'post', action })
  }
  useOnlineAgain(() => {
    if (tapped && fetcher.state === 'idle' && hasFailed(fetcher.data)) keep(tapped.done)
  })
  return (
    <>
      <CheckItem
        name="done"
        value={item.id}
        label={item.text}
        must={item.must && t('crew:checks.must')}
        checked={done}
        onChange={(event) => keep(event.currentTarget.checked)}
      />
      {troubled && (
        <li>
          <FieldError prefix={t('common:errorPrefix')}>
            {refusal
              ? t(`refusals:${refusal.refusal}` as 'refusals:notFound', refusal.values)
              : t('crew:checks.failed', { item: item.text })}
          </FieldError>
        </li>
      )}
    </>
  )
}
