import type { FormReply } from '#app/platform/http.server.ts'
import { AssignForm } from './assign-form.tsx'
import { CancelForm } from './cancel-form.tsx'
import { LateForm } from './late-form.tsx'
import { useVisit } from './loaded-visit.ts'
import { MoveForm } from './move-form.tsx'
import { NoShowForm, NoShowLater } from './no-show-form.tsx'

type Form = 'crew' | 'lateness' | 'no-show' | 'window' | 'cancellation'

/**
 * What may be done with a visit where it stands.
 * @param open the form that was sent or asked for @param reply what it was answered with
 */
export function VisitForms({
  open,
  reply,
}: {
  open?: string | undefined
  reply?: FormReply | null | undefined
}) {
  const visit = useVisit()
  const propsOf = (form: Form) => {
    const answer = form === open ? reply : null
    return { reply: answer, open: form === open }
  }
  // A form begins anew from what its visit has become, unless it holds what was just typed and not taken.
  const keyOf = (form: Form) => `${form} ${propsOf(form).reply ? 'typed' : visit.version}`
  const answered = (form: Form) => propsOf(form).reply != null
  return (
    <>
      {(visit.mayTellLate || answered('lateness')) && (
        <LateForm key={keyOf('lateness')} {...propsOf('lateness')} />
      )}
      {(visit.mayNoShow || answered('no-show')) && (
        <NoShowForm key={keyOf('no-show')} {...propsOf('no-show')} />
      )}
      <NoShowLater />
      {visit.crews && (
        <AssignForm key={keyOf('crew')} reply={propsOf('crew').reply} crews={visit.crews} />
      )}
      {visit.mayMove && (
        <MoveForm
          key={keyOf('window')}
          reply={propsOf('window').reply}
          open={open === 'window' || visit.windowOver}
        />
      )}
      {visit.mayCancel && <CancelForm key={keyOf('cancellation')} {...propsOf('cancellation')} />}
    </>
  )
}
