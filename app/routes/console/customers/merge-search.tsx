import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { FormGrid, InputDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { F } from '#app/ui/links.tsx'
import { customerPath } from './customer-paths.ts'
import { useCustomer } from './use-customer.ts'

interface Found {
  id: number
  name: string
  phone: string
  address: string | null
  orders: number
  tickets: number
}

/** Who the other one is; nothing is merged by a phone alone. */
export function MergeSearch({ q, found }: { q: string; found: Found[] }) {
  const { t, format } = useWords()
  const at = customerPath(useCustomer().id)
  return (
    <Section title={t('customers:merge.title')}>
      <F method="get" action={`${at}/merge`}>
        <FormGrid>
          <p className="wide">{t('customers:merge.lede')}</p>
          <InputDense
            id="merge-q"
            name="q"
            defaultValue={q}
            label={t('customers:merge.search')}
            hint={t('customers:merge.searchHint')}
            autoComplete="off"
            maxLength={100}
          />
          <div className="actions wide">
            <Btn variant="go">{t('customers:merge.find')}</Btn>
            <BtnLink variant="quiet" href={at}>
              {t('tickets:form.cancel')}
            </BtnLink>
          </div>
        </FormGrid>
      </F>
      {q !== '' && (
        <div role="status">
          {found.length === 0 ? (
            <p>{t('customers:merge.unknown')}</p>
          ) : (
            <ul className="mini">
              {found.map((one) => (
                <li key={one.id}>
                  <p className="title">
                    <TextLink href={`${at}/merge?with=${one.id}`}>
                      {t('customers:alike.text', {
                        name: one.name,
                        phone: format.phone(one.phone),
                      })}
                    </TextLink>
                  </p>
                  <p className="xs muted">
                    {[
                      one.address,
                      t('customers:merge.has', { tickets: one.tickets, orders: one.orders }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Section>
  )
}
