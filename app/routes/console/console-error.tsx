import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { usePageContext } from '#app/page-context.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'

/** What an error boundary was given. */
export function useTrouble() {
  const error = useRouteError()
  const page = usePageContext()
  const answer = isRouteErrorResponse(error) ? error : null
  const body = (answer?.data ?? {}) as { said?: string; reference?: string }
  return {
    status: answer?.status ?? 500,
    said: body.said ?? null,
    reference: body.reference ?? page.reference,
  }
}

/** One sentence, and the way back to the work. */
export function ConsoleError({
  status,
  said,
  reference,
  home,
}: ReturnType<typeof useTrouble> & { home: string }) {
  const { t } = useWords()
  const kind =
    status === 404
      ? 'notFound'
      : status === 403
        ? 'forbidden'
        : status < 500
          ? 'badRequest'
          : 'failed'
  const own = kind === 'badRequest' ? said : null
  const title = t(`common:errorPage.${kind}`)
  return (
    <>
      <title>{`${title} – ${t('common:brand')}`}</title>
      <PageHead title={title} />
      <EmptyState
        title={
          own ??
          (kind === 'notFound' ? t('console:error.notFound') : t(`common:errorPage.${kind}Hint`))
        }
        action={
          <BtnLink variant="go" href={home}>
            {t(home === '/console' ? 'console:error.today' : 'console:error.tickets')}
          </BtnLink>
        }
      >
        {status >= 500 && reference && t('common:errorPage.reference', { reference })}
      </EmptyState>
    </>
  )
}
