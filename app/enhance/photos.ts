import { sendPhoto, removePhoto } from './photo-request.ts'
import { shrink } from './shrink.ts'

const maxBytes = 10 * 1024 * 1024

type State = 'waiting' | 'sending' | 'failed' | 'kept'
interface Item {
  element: HTMLElement
  state: State
  file: File
  id?: string
  stop?: () => void
}

/** Photos are shrunk and sent one by one as they are chosen; what a lost connection stopped can be sent again. */
export function sendPhotos() {
  document.querySelectorAll<HTMLElement>('[data-enhance~="photos"]').forEach(takeOver)
}

function takeOver(box: HTMLElement) {
  const list = box.querySelector<HTMLElement>('.photos')
  const input = box.querySelector<HTMLInputElement>('input[type="file"]')
  const template = box.querySelector<HTMLTemplateElement>('template[data-photo-item]')
  const trouble = box.querySelector<HTMLElement>('[data-photo-trouble]')
  const wait = box.querySelector<HTMLElement>('[data-photo-wait]')
  const status = box.querySelector<HTMLElement>('[data-photo-status]')
  const form = box.closest('form')
  if (!list || !template || !form) return
  const add = input?.closest('li') ?? null
  const word = (name: string, value: string | number = '') =>
    (box.dataset[`word${name}`] ?? '').replace('#', String(value))
  const owner = { name: box.dataset.owner ?? '', token: box.dataset.token ?? '' }
  const max = Number(box.dataset.max)
  const removable = box.dataset.removable !== undefined
  const items: Item[] = []
  let sending = false
  let sendFormAfter: HTMLElement | null | false = false

  let told: string[] = []
  const tell = (...messages: string[]) => {
    if (wait) wait.hidden = true
    told = messages
    if (!trouble) return
    trouble.hidden = messages.length === 0
    const text = trouble.querySelector('span')
    if (text) text.textContent = messages.join('\n')
  }
  /** Of files chosen together each is spoken of, once. */
  const tellToo = (message: string) => tell(...told.filter((one) => one !== message), message)
  const numberOf = (item: Item) => [...list.children].indexOf(item.element) + 1
  const count = () => list.querySelectorAll(':scope > .photo:not(:has(.photo__add))').length
  const makeRoom = () => {
    if (add) add.hidden = count() >= max
  }

  const show = (item: Item, state: State, detail = '') => {
    item.state = state
    const { element } = item
    element.className = `photo${state === 'failed' ? ' photo--failed' : state === 'kept' ? '' : ' photo--sending'}`
    const [said, bar, line, again] = element.querySelector('.photo__foot')?.children ?? []
    if (said)
      said.textContent =
        detail || word(state === 'kept' ? 'Kept' : state === 'failed' ? 'Failed' : 'Waiting')
    if (bar instanceof HTMLElement) bar.hidden = state !== 'sending'
    if (line instanceof HTMLElement) line.hidden = state !== 'failed'
    if (again instanceof HTMLElement) again.hidden = state !== 'failed'
    const cross = element.querySelector<HTMLElement>('.photo__remove')
    const label = cross?.querySelector('span')
    if (label) label.textContent = word(state === 'sending' ? 'Stop' : 'Remove', numberOf(item))
    if (cross) cross.hidden = state === 'kept' && !removable
  }

  const drop = (item: Item) => {
    item.stop?.()
    items.splice(items.indexOf(item), 1)
    item.element.remove()
    makeRoom()
    add?.querySelector('input')?.focus()
  }

  const next = async () => {
    const item = items.find(({ state }) => state === 'waiting')
    if (sending || !item) {
      if (!sending) settle()
      return
    }
    sending = true
    show(item, 'sending', word('Sending', 0))
    const photo = await shrink(item.file)
    if (!items.includes(item)) {
      sending = false
      return next()
    }
    if (photo.size > maxBytes) {
      tellToo(word('TooBig', item.file.name))
      drop(item)
    } else {
      const request = sendPhoto(owner, photo, item.file.name, (percent) => {
        show(item, 'sending', percent < 100 ? word('Sending', percent) : word('Processing'))
        const bar = item.element.querySelector('progress')
        if (bar) bar.value = percent
      })
      item.stop = request.stop
      const answer = await request.answer
      item.stop = undefined
      if (answer.kind === 'kept') {
        item.id = answer.id
        show(item, 'kept')
        if (status) status.textContent = `${word('Photo', numberOf(item))}: ${word('Kept')}`
      } else if (answer.kind === 'refused') {
        tellToo(answer.sentence)
        drop(item)
      } else if (answer.kind === 'lost' && items.includes(item)) {
        show(item, 'failed')
        tellToo(word('SomeFailed', numberOf(item)))
      }
    }
    sending = false
    return next()
  }

  const settle = () => {
    const failed = items.find(({ state }) => state === 'failed')
    if (!failed && sendFormAfter !== false) {
      const submitter = sendFormAfter
      sendFormAfter = false
      form.requestSubmit(submitter ?? undefined)
    }
    if (failed) sendFormAfter = false
  }

  const take = (file: File) => {
    if (count() >= max) {
      tellToo(word('TooMany'))
      return
    }
    const element = template.content.firstElementChild?.cloneNode(true)
    if (!(element instanceof HTMLElement)) return
    const item: Item = { element, state: 'waiting', file }
    const image = element.querySelector('img')
    if (image) {
      image.src = URL.createObjectURL(file)
      image.addEventListener('error', () => (image.src = '/paper.svg'), { once: true })
    }
    if (add) add.before(element)
    else list.append(element)
    items.push(item)
    if (image) image.alt = word('Photo', numberOf(item))
    show(item, 'waiting')
    element.querySelector('.photo__remove')?.addEventListener('click', () => {
      if (item.id) void removePhoto(owner, item.id)
      drop(item)
      void next()
    })
    element.querySelector('.link')?.addEventListener('click', () => {
      tell()
      show(item, 'waiting')
      void next()
    })
    makeRoom()
  }

  const takeChosen = () => {
    for (const file of input?.files ?? []) take(file)
    if (input) input.value = ''
    void next()
  }
  input?.addEventListener('change', () => {
    tell()
    takeChosen()
  })

  // The line is there again: what it lost is sent once more.
  addEventListener('online', () => {
    const lost = items.filter(({ state }) => state === 'failed')
    if (lost.length === 0) return
    tell()
    lost.forEach((item) => show(item, 'waiting'))
    void next()
  })

  wait?.querySelector('button')?.addEventListener('click', () => {
    for (const item of items.filter(({ state }) => state !== 'kept')) drop(item)
    tell()
    settle()
  })

  // Photos the server already keeps go without the page being loaded again.
  list.addEventListener('click', (event) => {
    const cross = (event.target as Element).closest<HTMLButtonElement>('button[name="remove"]')
    const photo = cross?.closest<HTMLElement>('.photo')
    if (!cross || !photo) return
    event.preventDefault()
    cross.disabled = true
    void removePhoto(owner, cross.value).then((gone) => {
      if (gone) photo.remove()
      else cross.disabled = false
      makeRoom()
    })
  })

  form.addEventListener(
    'submit',
    (event) => {
      const failed = items.find(({ state }) => state === 'failed')
      const busy = items.some(({ state }) => state === 'sending' || state === 'waiting')
      if (!failed && !busy) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (failed) {
        tell(word('SomeFailed', numberOf(failed)))
        failed.element.querySelector<HTMLElement>('.link')?.focus()
        return
      }
      sendFormAfter = event.submitter
      tell()
      if (wait) wait.hidden = false
      if (status) status.textContent = wait?.firstChild?.textContent ?? ''
    },
    { capture: true },
  )

  // What was chosen before this script was there.
  takeChosen()
}
