import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { Actions, Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { useSeen } from '../bookings/use-seen.ts'
import { useJustSaved } from '../just-saved.ts'

export const settingsPath = '/console/admin'

/** Where a page of the settings stands. */
export function SettingsCrumb({ more = [] }: { more?: { href: string; label: string }[] }) {
  const { t } = useWords()
  return (
    <Crumb
      label={t('settings:crumb')}
      items={[{ href: settingsPath, label: t('settings:title') }, ...more]}
    />
  )
}

/** Said once, on the page one comes back to after saving. */
export const savedPath = (path: string) => `${path}?saved`

export function SavedSetting() {
  const { t } = useWords()
  if (useJustSaved() === null) return null
  return (
    <Warn tone="good" icon="check">
      <p role="status">{t('settings:saved')}</p>
    </Warn>
  )
}

/** A setting that is one form (Q-6: what it was filled from goes with it). */
export function SettingPage({
  heading,
  under,
  f,
  seen,
  save,
  back = settingsPath,
  children,
  more,
}: {
  heading: string
  /** The pages between this one and the index of all settings. */
  under?: { href: string; label: string }[]
  f: Pick<ReturnType<typeof useFormOf>, 'form' | 'formError' | 'refusal'>
  seen?: string
  save?: string
  back?: string
  children: ReactNode
  /** Said under the form, as who changed what. */
  more?: ReactNode
}) {
  const { t } = useWords()
  const pinned = useSeen(seen ?? '', f.refusal)
  return (
    <>
      <PageHead crumb={<SettingsCrumb more={under} />} title={heading} />
      <SavedSetting />
      <div className="paper">
        <Section label={heading}>
          <Form method="post" className="form form-narrow" {...f.form}>
            {f.formError && <FormError>{f.formError}</FormError>}
            {seen !== undefined && <input type="hidden" name="seen" value={pinned} />}
            {children}
            <Actions>
              <Btn variant="go">{save ?? t('settings:save')}</Btn>
              <BtnLink variant="quiet" href={back}>
                {t('cancel')}
              </BtnLink>
            </Actions>
          </Form>
        </Section>
        {more}
      </div>
    </>
  )
}
