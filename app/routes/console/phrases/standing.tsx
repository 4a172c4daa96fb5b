import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { RetirePhraseForm } from '#app/domain/phrases/phrase-form.ts'
import { retirePhrase } from '#app/domain/phrases/save-phrase.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { FormError } from '#app/ui/console/fields.tsx'
import { phraseId } from './phrase-id.server.ts'

const StandingForm = RetirePhraseForm.extend({ retired: z.enum(['yes', 'no']) })

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'phrase:manage')
  return null
}

/** Takes a phrase out of use, or back into it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'phrase:manage')
  return submitForm(await request.formData(), StandingForm, async ({ version, retired }) => {
    await retirePhrase(ctx, phraseId(params.id), { version, retired: retired === 'yes' })
    return seeOther('/console/phrases')
  })
}

/** Why it was not done. */
export default function Refused() {
  const f = useFormOf<never>('standing', { reply: useActionData<typeof action>() })
  return f.formError ? <FormError>{f.formError}</FormError> : null
}
