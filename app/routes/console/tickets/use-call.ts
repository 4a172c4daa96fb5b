import { useFetcher, type useLoaderData } from '@remix-run/react'
import { useRef, useState } from 'react'
import { useTypedBefore } from '#app/routes/typed-before.ts'
import { useKeptWords } from '../kept-words.ts'
import { isCutShort } from './call-ways.ts'
import type { CallField } from './call-form.tsx'
import type { CallerView } from './caller-view.server.ts'
import type { loader } from './new.tsx'
import { matterIn } from './matter-in.ts'
import { isCalled } from './same-product.ts'
import { useAnswersTo } from './use-answers-to.ts'

type Call = ReturnType<typeof useLoaderData<typeof loader>>
type Typed = Partial<Record<CallField, string>>

/** Of what the form says, what the panes beside it follow. */
const matterOf = ({ product = '', orderNumber = '', category = 'other' }: Typed) => ({
  product,
  orderNumber,
  category,
})

export const callFormId = 'call'

/** A call as it is taken down: who calls, what the form says so far, and what stands beside it therefore. */
export function useCall(data: Call, reply: unknown) {
  const form = useRef<HTMLFormElement>(null)
  const lookup = useFetcher<typeof loader>()
  const { looked, caller } = lookup.data ?? data
  const asked = useRef('')
  const [said, setSaid] = useState(() => matterOf(data.typed))
  const [question, setQuestion] = useState<string | null>(null)
  const answers = useAnswersTo(question, data.answers)

  const typed = () => {
    if (!form.current) return
    const words = Object.fromEntries(
      [...new FormData(form.current)].filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ) as Typed
    const next = matterOf(words)
    const line = next.product !== said.product && lineOf(caller, next)
    if (line) {
      set(form.current, 'orderNumber', line.orderNumber)
      next.orderNumber = line.orderNumber
    }
    setSaid(next)
    setQuestion(matterIn(form.current, caller))
  }
  const look = (phone: string) => {
    const digits = phone.replace(/\D/g, '')
    if (digits.length < 7 || isCutShort(phone) || digits === asked.current) return
    asked.current = digits
    void lookup.load(`/console/tickets/new?phone=${encodeURIComponent(phone)}`)
  }
  useTypedBefore(callFormId, (now) => {
    const phone = now('phone')
    typed()
    if (phone !== (data.typed.phone ?? '')) look(phone)
  })
  const kept = useKeptWords(callFormId, {
    about: [data.me, 'call'],
    reply,
    // Somebody else's call is another form.
    fits: ({ phone }) => !data.typed.phone || data.typed.phone === phone,
    onReturn: ({ phone = '' }) => {
      typed()
      look(phone)
    },
  })
  const names = [said.product, lineOf(caller, said)?.also ?? said.product]
  return {
    form,
    names,
    looked,
    caller,
    said,
    answers,
    look,
    typed,
    pick: ({ product, orderNumber }: { product: string; orderNumber: string }) => {
      if (!form.current) return
      set(form.current, 'product', product)
      set(form.current, 'orderNumber', orderNumber)
      setSaid({ ...said, product, orderNumber })
      setQuestion(matterIn(form.current, caller))
      kept.keep()
    },
    /** What was typed before stands in the form; another call begins with an empty one. */
    returned: kept.returned,
    begin: () => {
      kept.forget()
      window.location.assign('/console/tickets/new')
    },
    /** IN-6: open matters about the same thing. */
    twins: caller?.open.filter(({ product }) => isCalled(product, names)) ?? [],
  }
}

/** The line that was bought with this product; with several, the one already named by its order. */
function lineOf(caller: CallerView | null, { product, orderNumber }: Typed) {
  const lines = caller?.bought.filter((one) => one.product === product) ?? []
  return lines.find((one) => one.orderNumber === orderNumber) ?? lines[0]
}

function set(form: HTMLFormElement, name: CallField, value: string) {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement) field.value = value
}
