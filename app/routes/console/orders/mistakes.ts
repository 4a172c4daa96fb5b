import type { LoaderFunctionArgs } from '@remix-run/node'
import { mistakesColumn } from '#app/domain/orders/columns.ts'
import { readMistakes } from '#app/domain/orders/read-import.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { csvOf } from '#app/platform/csv.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { problemWords } from './problem-words.ts'

/** The contracts of a file that have mistakes, as the file has them, with what is wrong beside: to correct and send. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'order:enter')
  const { header, rows } = await readMistakes(ctx, params.id!)
  const t = translate(ctx.locale)
  const between = ctx.locale === 'en' ? ', ' : '、'
  const said = rows.map(({ cells, problems }) => [
    ...header.map((_, i) => cells[i] ?? ''),
    problems
      .map((problem) => `${problem.header}: ${problemWords(t, problem, between)}`)
      .join(ctx.locale === 'en' ? '; ' : '；'),
  ])
  return new Response(csvOf([[...header, mistakesColumn[ctx.locale]], ...said]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="mistakes.csv"',
    },
  })
}
