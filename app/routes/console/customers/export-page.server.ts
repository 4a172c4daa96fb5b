import type { Translate } from '#app/i18n/keys.ts'
import { escapedHtml as escaped } from '#app/platform/download.server.ts'
import type { Part } from './export-parts.server.ts'

/** The same as the JSON beside it, for somebody to read: a page that needs nothing else. */
export function exportPage(
  parts: readonly Part[],
  {
    t,
    locale,
    title,
    made,
    files,
  }: {
    t: Translate
    locale: string
    title: string
    made: string
    files: { path: string; name: string }[]
  },
): string {
  const sections = parts.map((part) => section(part, t('customers:export.empty')))
  const listed = files
    .map(({ path, name }) => `<li><a href="${escaped(path)}">${escaped(name)}</a></li>`)
    .join('')
  return `<!doctype html>
<html lang="${escaped(locale)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body{font:16px/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1d1b18}
dl{display:grid;grid-template-columns:12rem 1fr;gap:0 1rem;margin:0 0 1.5rem;border-top:1px solid #ccc;padding-top:.5rem}
dt{color:#5f5a52}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
</style></head><body>
<h1>${escaped(title)}</h1><p>${escaped(made)}</p>
${sections.join('\n')}
<h2>${escaped(t('customers:export.parts.files'))}</h2>
${listed ? `<ul>${listed}</ul>` : `<p>${escaped(t('customers:export.empty'))}</p>`}
</body></html>
`
}

function section({ title, entries }: Part, empty: string): string {
  const said = entries.map((facts) => {
    const rows = facts.map(({ term, said }) => `<dt>${escaped(term)}</dt><dd>${escaped(said)}</dd>`)
    return `<dl>${rows.join('')}</dl>`
  })
  return `<h2>${escaped(title)}</h2>\n${said.join('\n') || `<p>${escaped(empty)}</p>`}`
}
