import { Form, useNavigation } from '@remix-run/react'
import { type KeyboardEvent, type MouseEvent, useEffect, useState } from 'react'
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
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { severities, ticketChannels } from '#db/vocabulary/tickets.ts'
import { CallTwins, firstTwin } from './call-twins.tsx'
import { fillEmpty, isCutShort, isWholeMobile, useGoingOn } from './call-ways.ts'
import { CategoryField, KindField, LanguageField } from './matter-fields.tsx'
import type { useCall } from './use-call.ts'

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
export function CallForm({
  f,
  call,
  submissionKey,
  assesses,
}: {
  f: ReturnType<typeof useFormOf<CallField>>
  call: ReturnType<typeof useCall>
  submissionKey: string
  assesses: boolean
}) {
  const { looked, caller, look, said, twins } = call
  const { t } = useWords()
  const busy = useNavigation().state === 'submitting'
  useEffect(() => {
    if (caller) fillEmpty(f.form.id, caller)
  }, [caller, f.form.id])
  const phoneId = f.field('phone').id
  useEffect(() => document.getElementById(phoneId)?.focus(), [phoneId])
  const [cutShort, setCutShort] = useState(false)
  /** IN-6: where the same may be open already, only the button itself registers; the keys lead to the other one first. */
  const askFirst = (event: KeyboardEvent | MouseEvent) => {
    const twin = document.getElementById(firstTwin)
    if (!twin) return false
    event.preventDefault()
    twin.focus()
    return true
  }
  const registerOnKeys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    if (event.nativeEvent.isComposing || askFirst(event)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }
  const goOn = useGoingOn(f.form.id, looked, caller)
  const lookOnEnter = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey)
      return
    event.preventDefault()
    setCutShort(isCutShort(event.currentTarget.value))
    goOn(event.currentTarget.value)
    look(event.currentTarget.value)
  }
  return (
    <Form
      method="post"
      ref={call.form}
      className="col"
      onInput={call.typed}
      onKeyDown={registerOnKeys}
      {...f.form}
    >
      <div className="flow">
        {/* Enter in a field registers; the button that looks the phone up stands before the other. */}
        <button className="vh" tabIndex={-1} aria-hidden="true" onClick={askFirst}>
          {t('tickets:call.submit')}
        </button>
        <input type="hidden" name="submissionKey" value={submissionKey} />
        <Section label={t('tickets:call.panes.form')}>
          <FormGrid two>
            {call.returned && (
              <div className="wide">
                <Warn icon="undo">
                  <p>{t('tickets:call.returned')}</p>
                  <p className="actions">
                    <Btn type="button" size="in" onClick={call.begin}>
                      {t('tickets:call.begin')}
                    </Btn>
                  </p>
                </Warn>
              </div>
            )}
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
              error={cutShort ? t('validation:phone') : f.field('phone').error}
              onChange={(event) => {
                const typed = event.currentTarget.value
                if (cutShort) setCutShort(isCutShort(typed))
                if (isWholeMobile(typed)) look(typed)
              }}
              onBlur={(event) => {
                setCutShort(isCutShort(event.currentTarget.value))
                look(event.currentTarget.value)
              }}
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
                  if (phone instanceof HTMLInputElement) look(phone.value)
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
            <LanguageField {...f.field('language')} label={t('tickets:call.language')} />
          </FormGrid>
        </Section>
        <Section label={t('tickets:call.kind')}>
          <FormGrid two>
            <KindField {...f.field('kind')} label={t('tickets:call.kind')} />
            <CategoryField {...f.field('category')} label={t('tickets:call.category')} />
            <InputDense
              {...f.field('product')}
              wide
              autoComplete="off"
              label={t('tickets:call.product')}
              hint={t('tickets:call.productHint')}
              list="call-bought"
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
                hint={t('tickets:call.urgent')}
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
      <div className="sec foot call-foot">
        <CallTwins caller={caller} twins={twins} names={call.names} category={said.category} />
        <p className="actions">
          <Btn variant="go" size="lg" keys="Ctrl Enter" disabled={busy}>
            {t(twins.length > 0 ? 'tickets:call.submitStill' : 'tickets:call.submit')}
          </Btn>
        </p>
      </div>
    </Form>
  )
}
