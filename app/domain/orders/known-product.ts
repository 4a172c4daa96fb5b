import { alike } from './alike.ts'

export interface NamedProduct {
  model: string
  nameZh: string
  nameEn: string
}

export interface Found<P> {
  /** The one product that is meant. */
  product?: P
  /** Otherwise those that may be. */
  like: P[]
}

const suggested = 3

const keyOf = (typed: string) => typed.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase()
const plain = (typed: string) => keyOf(typed).replace(/[\s._-]/g, '')

/**
 * Finds products by what people write of them: the model however its letters are cased, the name where only one
 * product has it, or both; else those that look like it.
 */
export function knownProducts<P extends NamedProduct>(catalogue: readonly P[]) {
  const byModel = new Map(catalogue.map((product) => [keyOf(product.model), product]))
  const byName = new Map<string, P[]>()
  for (const product of catalogue) {
    for (const name of new Set([keyOf(product.nameZh), keyOf(product.nameEn)])) {
      byName.set(name, [...(byName.get(name) ?? []), product])
    }
  }
  return (typed: string): Found<P> => {
    const key = keyOf(typed)
    if (key === '') return { like: [] }
    const named = byName.get(key) ?? []
    const product = byModel.get(key) ?? withName(key, byModel) ?? (named.length === 1 && named[0])
    return product ? { product, like: [] } : { like: likely(key, catalogue) }
  }
}

/** `YS-T160 岩板餐桌`: the model and its own name beside it, in either order. */
function withName<P extends NamedProduct>(key: string, byModel: Map<string, P>): P | undefined {
  const words = key.split(' ')
  for (const [model, ...name] of [words, [words.at(-1)!, ...words.slice(0, -1)]]) {
    const product = byModel.get(model!)
    const rest = name.join(' ')
    if (product && [product.nameZh, product.nameEn].some((own) => keyOf(own) === rest)) {
      return product
    }
  }
  return undefined
}

function likely<P extends NamedProduct>(key: string, catalogue: readonly P[]): P[] {
  const words = key.split(' ').map(plain)
  return catalogue
    .filter(
      ({ model, nameZh, nameEn }) =>
        [plain(key), ...words].some((word) => alike(word, plain(model))) ||
        [nameZh, nameEn].some((name) => alike(plain(key), plain(name))),
    )
    .slice(0, suggested)
}
