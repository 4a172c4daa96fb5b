import { useHotkeys } from '../../hotkeys.ts'

/** Up and down the rows of a list by `j` and `k`; `o` opens the one that has the focus, as Enter does. */
export function useRowKeys(list: string): void {
  const links = () => [...document.querySelectorAll<HTMLElement>(`${list} tbody th a`)]
  const at = (all: HTMLElement[]) =>
    all.findIndex((link) => link.closest('tr')?.contains(document.activeElement))
  const move = (step: number) => {
    const all = links()
    const from = at(all)
    const next = all[from < 0 ? 0 : Math.min(all.length - 1, Math.max(0, from + step))]
    next?.focus()
  }
  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    o: () => {
      const all = links()
      all[at(all)]?.click()
    },
  })
}
