import { useRouteLoaderData } from '@remix-run/react'
import { useWords } from './i18n/use-words.ts'
import type { Portal } from './routes/portal/portal.ts'
import { Icon } from './ui/icons.tsx'
import css from './ui/portal.css?url'
import { Actions, ButtonLink } from './ui/portal/buttons.tsx'
import { Lede, Page } from './ui/portal/page.tsx'

const kinds = {
  400: 'badRequest',
  401: 'forbidden',
  403: 'forbidden',
  404: 'notFound',
  405: 'badRequest',
  413: 'badRequest',
  429: 'tooMany',
  503: 'away',
} as const

/** Whatever went wrong, on any surface: one sentence, what to do, and the reference of the log's line (Q-24). */
export function ErrorPage({
  status,
  said,
  reference,
}: {
  status: number
  /** Why it was refused, in the reader's words. */
  said: string | null
  reference: string
}) {
  const { t } = useWords()
  const portal = useRouteLoaderData('routes/portal/layout') as Portal | undefined
  const kind = kinds[status as keyof typeof kinds] ?? (status < 500 ? 'badRequest' : 'failed')
  return (
    <>
      <link rel="stylesheet" href={css} />
      <title>{`${t(`common:errorPage.${kind}`)} – ${t('common:brand')}`}</title>
      <header className="site-header">
        <div className="wrap">
          <a className="brand" href="/">
            <Icon name="mark" />
            {t('common:brand')}
          </a>
        </div>
      </header>
      <Page>
        <h1>{t(`common:errorPage.${kind}`)}</h1>
        <Lede>{said ?? t(`common:errorPage.${kind}Hint`)}</Lede>
        <div className="gap-6">
          <Actions>
            <ButtonLink variant="primary" href="/">
              {t('common:errorPage.home')}
            </ButtonLink>
            <ButtonLink href="/track">{t('common:errorPage.track')}</ButtonLink>
            <ButtonLink href="/help">{t('common:errorPage.help')}</ButtonLink>
            {portal && (
              <ButtonLink icon="phone" href={portal.hotlineHref}>
                {portal.hotline}
              </ButtonLink>
            )}
          </Actions>
        </div>
        {status >= 500 && reference && (
          <p className="small muted gap-6">{t('common:errorPage.reference', { reference })}</p>
        )}
      </Page>
    </>
  )
}
