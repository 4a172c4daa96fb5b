import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { photosOfClaim, readClaim } from '#app/domain/claims/read-claim.server.ts'
import { formatter } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { csvOf } from '#app/platform/csv.server.ts'
import { attachmentOf } from '#app/platform/download.server.ts'
import { readKeptFile } from '#app/platform/files.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { companyZone } from '#app/platform/time.server.ts'
import { type ZipEntry, zipOf } from '#app/platform/zip.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { claimSheet, claimTable } from './claim-sheet.server.ts'

/** RX-5: what a supplier is sent: a sheet to read, a table, and the photos. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'claim:read')
  const number = params.number ?? ''
  const [whole, kept, { company }] = await Promise.all([
    readClaim(ctx, number),
    photosOfClaim(ctx, number),
    currentSettings(ctx),
  ])
  const { locale } = ctx
  const t = translate(locale)
  const format = formatter(locale, companyZone(), ctx.now())
  const photos = kept.map((photo, i) => ({ ...photo, path: pathOf(photo, i) }))
  const sheet = claimSheet(whole, {
    ...{ t, format, locale },
    photos: photos.map(({ path, contentType }) => ({
      path,
      image: contentType !== 'application/pdf',
    })),
    company: locale === 'en' ? company.nameEn : company.nameZh,
    at: format.dated(ctx.now()),
  })
  const archive = zipOf(
    entriesOf(
      [
        { name: 'claim.html', bytes: Buffer.from(sheet) },
        { name: 'claim.csv', bytes: Buffer.from(csvOf(claimTable(whole, { t, locale }))) },
      ],
      photos,
    ),
  )
  return new Response(Readable.toWeb(Readable.from(archive)) as ReadableStream, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': attachmentOf(
        `${t('returns:claims.pageTitle', { number: whole.claim.number })}.zip`,
        `claim-${whole.claim.number}.zip`,
      ),
      'Cache-Control': 'no-store',
    },
  })
}

type Kept = Awaited<ReturnType<typeof photosOfClaim>>[number]

async function* entriesOf(
  written: ZipEntry[],
  photos: (Kept & { path: string })[],
): AsyncGenerator<ZipEntry> {
  yield* written
  for (const { path, sha256 } of photos) {
    // A file that the store lost is missing from the archive, and nothing else.
    const bytes = await buffer(readKeptFile(sha256)).catch(() => null)
    if (bytes) yield { name: path, bytes }
  }
}

const extensions = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' }

/** A name of ours: nothing of what a file was called on somebody's device. */
const pathOf = ({ shot, stage, contentType }: Kept, i: number) =>
  `photos/${String(i + 1).padStart(3, '0')}-${shot ?? stage}.${extensions[contentType]}`
