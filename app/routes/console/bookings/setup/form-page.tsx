import { Form, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { Actions, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import type { ChangeView } from '../history.server.ts'
import { History } from '../history.tsx'
import { BookingsCrumb } from '../roster-crumb.tsx'
import type { StrandsShown } from '../strands-reply.server.ts'
import { WouldStrandList } from '../strands.tsx'
import { useSeen } from '../use-seen.ts'

/** A page of the setup that is one form, and under it who changed what. */
export function FormPage({
  heading,
  f,
  seen,
  strands,
  save,
  bad,
  changes,
  names,
  above,
  children,
}: {
  heading: string
  f: Pick<ReturnType<typeof useFormOf>, 'form' | 'formError' | 'refusal'>
  seen?: string
  strands?: StrandsShown | null
  save: string
  /** It takes something away. */
  bad?: boolean
  changes?: ChangeView[]
  /** The areas the changes may name. */
  names?: { zh: string; en: string }[]
  /** Said before the form. */
  above?: ReactNode
  children: ReactNode
}) {
  const { t } = useWords()
  const pinned = useSeen(seen ?? '', f.refusal)
  const [search] = useSearchParams()
  const back = search.get('from') === 'hours' ? '/console/admin/hours' : '/console/bookings/setup'
  return (
    <>
      <PageHead crumb={<BookingsCrumb under="setup" />} title={heading} />
      {above}
      <div className="paper">
        <Section label={heading}>
          <Form method="post" className="form form-narrow" {...f.form}>
            {f.formError && <FormError>{f.formError}</FormError>}
            <WouldStrandList strands={strands ?? null} />
            {seen !== undefined && <input type="hidden" name="seen" value={pinned} />}
            {children}
            <Actions>
              <Btn variant={bad ? 'bad' : 'go'}>
                {strands ? t('roster:pattern.saveAgain') : save}
              </Btn>
              <BtnLink variant="quiet" href={back}>
                {t('cancel')}
              </BtnLink>
            </Actions>
          </Form>
        </Section>
        {changes && <History changes={changes} names={names} />}
      </div>
    </>
  )
}
