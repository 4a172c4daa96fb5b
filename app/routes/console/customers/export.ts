import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  exportCustomer,
  type ExportedCustomer,
} from '#app/domain/customers/export-customer.server.ts'
import { listCategories } from '#app/domain/tickets/index.server.ts'
import { formatter } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { attachmentOf } from '#app/platform/download.server.ts'
import { readKeptFile } from '#app/platform/files.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { companyZone, dayOf } from '#app/platform/time.server.ts'
import { type ZipEntry, zipOf } from '#app/platform/zip.server.ts'
import { atCustomer } from './customer-context.server.ts'
import { exportPage } from './export-page.server.ts'
import { partsOf } from './export-parts.server.ts'

/** All that we have of a person, as an archive: to read, for a machine, and their pictures. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, customer } = await atCustomer(args, 'customer:export')
  const data = await exportCustomer(ctx, customer.id)
  const { company } = await currentSettings(ctx)
  // It is for the customer, in their language.
  const { locale } = customer
  const t = translate(locale)
  const files = data.files.map((file, i) => ({ ...file, path: pathOf(file, i) }))
  const format = formatter(locale, companyZone(), ctx.now())
  const categories = new Map(
    (await listCategories(ctx)).map(({ key, zh, en }) => [key, locale === 'en' ? en : zh]),
  )
  const categoryName = (key: string) => categories.get(key) ?? key
  const page = exportPage(partsOf(data, { t, format, locale, categoryName }), {
    t,
    locale,
    files,
    title: t('customers:export.title', { name: customer.name }),
    made: t('customers:export.made', {
      company: locale === 'en' ? company.nameEn : company.nameZh,
      at: format.dated(ctx.now()),
    }),
  })
  const archive = zipOf(
    entriesOf(
      [
        { name: 'index.html', bytes: Buffer.from(page) },
        { name: 'data.json', bytes: Buffer.from(JSON.stringify(data, null, 2)) },
      ],
      files,
    ),
  )
  return new Response(Readable.toWeb(Readable.from(archive)) as ReadableStream, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': attachmentOf(
        `${t('customers:export.title', { name: customer.name })} ${dayOf(ctx.now())}.zip`,
        `customer-${customer.id}.zip`,
      ),
      'Cache-Control': 'no-store',
    },
  })
}

type Kept = ExportedCustomer['files'][number] & { path: string }

async function* entriesOf(written: ZipEntry[], files: Kept[]): AsyncGenerator<ZipEntry> {
  yield* written
  for (const { path, sha256 } of files) {
    // A file that the store lost is missing from the archive, and nothing else.
    const bytes = await buffer(readKeptFile(sha256)).catch(() => null)
    if (bytes) yield { name: path, bytes }
  }
}

const extensions = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' }

const pathOf = ({ stage, contentType }: ExportedCustomer['files'][number], i: number) =>
  `files/${String(i + 1).padStart(3, '0')}-${stage}.${extensions[contentType]}`
