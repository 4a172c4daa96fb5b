import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { translator } from './i18n/translator.server.ts'
import { PageContextProvider } from './page-context.ts'
import { contentSecurityPolicy } from './platform/headers.server.ts'
import { localeOf } from './platform/locale.server.ts'
import { log } from './platform/log.server.ts'

const patience = 10_000

/** The page is rendered whole and written in one piece: no half page, and a length for the browser. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  load: AppLoadContext,
) {
  const { nonce, reference } = load
  const locale = await localeOf(request)
  const page = (
    <PageContextProvider value={{ nonce, reference, entry: context.manifest.entry.module }}>
      <I18nextProvider i18n={translator(locale)}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </I18nextProvider>
    </PageContextProvider>
  )
  let failed = false
  const html = await new Promise<string>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(timer)
        const body = new PassThrough()
        pipe(body)
        text(body).then((written) => resolve(withoutPadding(written)), reject)
      },
      onShellError(error) {
        clearTimeout(timer)
        reject(error instanceof Error ? error : new Error(String(error)))
      },
      onError(error) {
        failed = true
        log.error({ err: error, reference }, 'page not rendered')
      },
    })
    const timer = setTimeout(abort, patience)
  })
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', contentSecurityPolicy(load))
  return new Response(html, { headers, status: failed && status < 500 ? 500 : status })
}

/**
 * React 18 pads its 2 kB chunks with NUL where the next character doesn't fit, which in Chinese is nearly every
 * chunk; browsers would show each as a replacement character. No text of ours holds a NUL.
 */
const withoutPadding = (html: string) => html.replaceAll('\0', '')
