/**
 * The shape a translation must have: every key of the Chinese catalogue, and beside each `…_other`
 * its `…_one`, which English needs and Chinese doesn't.
 */
export type Translation<T> = {
  [K in keyof T]: T[K] extends string ? string : Translation<T[K]>
} & {
  [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string
}
