import { useActionData } from '@remix-run/react'
import { useFormOf } from '#app/routes/form.ts'
import { FormError } from '#app/ui/console/fields.tsx'

/** Why it was not done. */
export function NotDone({ form }: { form: string }) {
  const f = useFormOf<never>(form, { reply: useActionData<unknown>() })
  return f.formError ? <FormError>{f.formError}</FormError> : null
}
