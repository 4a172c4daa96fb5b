import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { F } from '#app/ui/links.tsx'
import { customerPath } from './customer-paths.ts'
import type { CustomerView } from './customer-view.server.ts'

/** Who was merged into this person, and who may be the same. */
export function Together({ customer }: { customer: CustomerView }) {
  const { t, format } = useWords()
  const { merged, alike, may, id } = customer
  const phoneOf = (phone: string) => (phone.startsWith('+') ? format.phone(phone) : '–')
  const asked = may.merge ? alike : []
  if (merged.length === 0 && asked.length === 0) return null
  return (
    <Section title={merged.length > 0 ? t('customers:page.alsoKnown') : t('customers:alike.title')}>
      {merged.map((one) => {
        const who = { name: one.name, phone: phoneOf(one.phone) }
        return (
          <Warn key={one.id} tone="good" icon="merge">
            <p>
              {t('customers:merge.done', who)}
              {one.grade && ` ${t('customers:merge.gradedBefore', { grade: one.grade })}`}
            </p>
            {may.merge && (
              <F
                method="post"
                action={`${customerPath(one.id)}/separation`}
                className="actions"
                aria-label={t('customers:merge.undoOf', who)}
              >
                <Btn size="in" icon="undo">
                  {t('customers:merge.undo')}
                  <span className="vh">{t('customers:alike.text', who)}</span>
                </Btn>
              </F>
            )}
          </Warn>
        )
      })}
      {asked.map((one) => (
        <Warn key={one.id} icon="people">
          <p>
            {merged.length > 0 && `${t('customers:alike.title')}: `}
            <TextLink href={customerPath(one.id)}>
              {t('customers:alike.text', { name: one.name, phone: phoneOf(one.phone) })}
            </TextLink>{' '}
            <span className="muted">
              {one.by.map((by) => t(`customers:alike.by.${by}`)).join(' · ')}
            </span>
          </p>
          <p className="actions">
            <BtnLink size="in" icon="merge" href={`${customerPath(id)}/merge?with=${one.id}`}>
              {t('customers:alike.mergeOf', { name: one.name })}
            </BtnLink>
          </p>
        </Warn>
      ))}
    </Section>
  )
}

/** Who was just taken out of this person's entry again. */
export function Apart({ id, name, phone }: { id: number; name: string; phone: string }) {
  const { t, format } = useWords()
  return (
    <Section label={t('customers:merge.undo')}>
      <Warn tone="good" icon="check">
        <p role="status">
          {t('customers:merge.separated', { name, phone: format.phone(phone) })}{' '}
          <TextLink href={customerPath(id)}>{t('customers:merge.separatedSee')}</TextLink>
        </p>
      </Warn>
    </Section>
  )
}
