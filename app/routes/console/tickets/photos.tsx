import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { addPhotos } from '#app/domain/tickets/add-photos.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { FieldDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath } from './use-ticket.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'ticket:note')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:note')
  const { files } = await readForm(args.request)
  if (files.length === 0) return data({ refused: [], empty: true }, 422)
  const refused = await addPhotos(ctx, number, files)
  if (refused.length > 0) return data({ refused, empty: false }, 422)
  return seeOther(ticketPath(number))
}

/** Pictures that reached the desk another way. What can't be taken is named; the rest is kept. */
export default function Photos() {
  const { t } = useWords()
  const reply = useActionData<typeof action>()
  return (
    <ChildPanel
      title={t('tickets:photos.title')}
      submit={t('tickets:photos.submit')}
      encType="multipart/form-data"
      formError={
        reply &&
        (reply.empty ? (
          t('tickets:photos.choose')
        ) : (
          <>
            <p>{t('tickets:photos.refused')}</p>
            <ul>
              {reply.refused.map(({ name, reason }) => (
                <li key={name}>{t(`tickets:photos.reason.${reason}`, { name })}</li>
              ))}
            </ul>
          </>
        ))
      }
    >
      <FieldDense id="photos" label={t('tickets:photos.label')} hint={t('tickets:photos.hint')}>
        {(aria) => (
          <input
            {...aria}
            type="file"
            name="photos"
            multiple
            accept="image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf"
          />
        )}
      </FieldDense>
    </ChildPanel>
  )
}
