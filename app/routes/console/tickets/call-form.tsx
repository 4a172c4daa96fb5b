import { Form, useNavigation } from '@remix-run/react'
import { forwardRef, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { Seg } from '#app/ui/console/choices.tsx'
import {
  FormError,
  FormGrid,
  InputDense,
  SelectDense,
  TextAreaDense,
} from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { locales } from '#db/vocabulary/locales.ts'
import { severities, ticketChannels, ticketKinds } from '#db/vocabulary/tickets.ts'
import { useCategories } from '../use-categories.ts'
import { CallTwins } from './call-twins.tsx'
import type { CallerView } from './caller-view.server.ts'

export const callFields = [
  'phone',
  'name',
  'channel',
  'kind',
  'product',
  'category',
  'description',
  'severity',
  'address',
  'email',
  'preferredDays',
  'orderNumber',
  'language',
] as const
export type CallField = (typeof callFields)[number]

const channels = ticketChannels.filter((channel) => channel !== 'portal')

/** What is asked on the phone, in the order it is said. */
export const CallForm = forwardRef<
  HTMLFormElement,
  {
    f: ReturnType<typeof useFormOf<CallField>>
    submissionKey: string
    assesses: boolean
    looked: string | null
    caller: CallerView | null
    product: string
    onLook: (phone: string) => void
    onProduct: (product: string) => void
  }
>(function CallForm(
  { f, submissionKey, assesses, looked, caller, product, onLook, onProduct },
  ref,
) {
  const { t } = useWords()
  const { offered } = useCategories()
  const busy = useNavigation().state === 'submitting'
  useEffect(() => {
    if (caller) fillEmpty(f.form.id, caller)
  }, [caller, f.form.id])
  const phoneId = f.field('phone').id
  useEffect(() => document.getElementById(phoneId)?.focus(), [phoneId])
  const [category, setCategory] = useState(f.field('category').defaultValue ?? '')
  const goOn = useGoingOn(f.form.id, looked, caller)
  const lookOnEnter = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    goOn(event.currentTarget.value)
    onLook(event.currentTarget.value)
  }
  return (
    <Form method="post" ref={ref} className="col" {...f.form}>
      <div className="flow">
        {/* Enter in a field registers; the button that looks the phone up stands before the other. */}
        <button className="vh" tabIndex={-1} aria-hidden="true">
          {t('tickets:call.submit')}
        </button>
        <input type="hidden" name="submissionKey" value={submissionKey} />
        <Section label={t('tickets:call.panes.form')}>
          <FormGrid two>
            {f.formError && (
              <div className="wide">
                <FormError>{f.formError}</FormError>
              </div>
            )}
            <InputDense
              {...f.field('phone')}
              wide
              large
              type="tel"
              autoComplete="off"
              label={t('tickets:call.phone')}
              right={
                looked && (caller ? t('tickets:call.phoneKnown') : t('tickets:call.phoneUnknown'))
              }
              onChange={(event) => {
                if (isWholeMobile(event.currentTarget.value)) onLook(event.currentTarget.value)
              }}
              onBlur={(event) => onLook(event.currentTarget.value)}
              onKeyDown={lookOnEnter}
            />
            <div className="wide actions">
              <Btn
                icon="search"
                formMethod="get"
                formNoValidate
                onClick={(event) => {
                  event.preventDefault()
                  const phone = event.currentTarget.form?.elements.namedItem('phone')
                  if (phone instanceof HTMLInputElement) onLook(phone.value)
                }}
              >
                {t('tickets:call.look')}
              </Btn>
            </div>
            <InputDense
              {...f.field('name')}
              wide
              autoComplete="off"
              label={t('tickets:call.name')}
            />
            <SelectDense {...f.field('channel')} label={t('tickets:call.channel')}>
              {channels.map((channel) => (
                <option key={channel} value={channel}>
                  {t(`words:channel.${channel}`)}
                </option>
              ))}
            </SelectDense>
            <SelectDense {...f.field('language')} label={t('tickets:call.language')}>
              {locales.map((locale) => (
                <option key={locale} value={locale}>
                  {t(`tickets:call.languages.${locale}`)}
                </option>
              ))}
            </SelectDense>
          </FormGrid>
        </Section>
        <Section label={t('tickets:call.kind')}>
          <FormGrid two>
            <SelectDense {...f.field('kind')} label={t('tickets:call.kind')}>
              {ticketKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`words:ticketKind.${kind}`)}
                </option>
              ))}
            </SelectDense>
            <SelectDense
              {...f.field('category')}
              label={t('tickets:call.category')}
              onChange={(event) => setCategory(event.currentTarget.value)}
            >
              {offered().map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </SelectDense>
            <InputDense
              {...f.field('product')}
              wide
              autoComplete="off"
              label={t('tickets:call.product')}
              hint={t('tickets:call.productHint')}
              list="call-bought"
              onChange={(event) => onProduct(event.currentTarget.value)}
            />
            <datalist id="call-bought">
              {caller?.bought.map((line) => (
                <option key={line.key} value={line.product}>
                  {line.orderNumber}
                </option>
              ))}
            </datalist>
            <TextAreaDense
              {...f.field('description')}
              wide
              rows={3}
              label={t('tickets:call.description')}
            />
            {assesses && (
              <Seg
                {...f.field('severity')}
                defaultValue={f.field('severity').defaultValue ?? ''}
                wide
                scale
                legend={t('tickets:call.severity')}
                options={[
                  { value: '', label: t('tickets:call.severityLater') },
                  ...severities.map((severity) => ({
                    value: String(severity),
                    label: `${severity} ${t(`tickets:call.severityShort.${severity}`)}`,
                    title: t(`words:severityMeaning.${severity}`),
                  })),
                ]}
              />
            )}
          </FormGrid>
        </Section>
        <CallTwins caller={caller} product={product} category={category} />
        <Section label={t('tickets:call.address')}>
          <FormGrid two>
            <InputDense
              {...f.field('address')}
              wide
              autoComplete="off"
              label={t('tickets:call.address')}
            />
            <InputDense
              {...f.field('preferredDays')}
              autoComplete="off"
              label={t('tickets:call.preferredDays')}
            />
            <InputDense
              {...f.field('orderNumber')}
              autoComplete="off"
              label={t('tickets:call.orderNumber')}
            />
            <InputDense
              {...f.field('email')}
              wide
              type="email"
              autoComplete="off"
              label={t('tickets:call.email')}
              hint={t('tickets:call.emailHint')}
            />
          </FormGrid>
        </Section>
      </div>
      <div className="sec actions foot">
        <Btn variant="go" size="lg" disabled={busy}>
          {t('tickets:call.submit')}
        </Btn>
      </div>
    </Form>
  )
})

/** Enter after the number goes on to the first thing that isn't known, once the answer is there. */
function useGoingOn(formId: string, looked: string | null, caller: CallerView | null) {
  const asked = useRef(false)
  const go = () => {
    asked.current = false
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    const next = form.elements.namedItem(caller ? 'product' : 'name')
    if (next instanceof HTMLInputElement) next.focus()
  }
  useEffect(() => {
    if (asked.current && looked !== null) go()
  })
  return (typed: string) => {
    const digits = typed.replace(/\D/g, '')
    if (digits !== '' && looked?.endsWith(digits)) go()
    else asked.current = true
  }
}

const isWholeMobile = (typed: string) =>
  /^(\+?86)?1[3-9]\d{9}$/.test(typed.normalize('NFKC').replace(/[\s-]/g, ''))

/** What we know of the caller goes where nothing has been typed. */
function fillEmpty(formId: string, caller: CallerView) {
  const form = document.getElementById(formId)
  if (!(form instanceof HTMLFormElement)) return
  for (const name of ['name', 'address', 'email'] as const) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement && field.value === '') field.value = caller[name]
  }
  const language = form.elements.namedItem('language')
  if (language instanceof HTMLSelectElement) language.value = caller.locale
}
