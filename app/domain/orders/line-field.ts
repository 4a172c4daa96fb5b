/** How a form calls the parts of a contract's lines. */
export type LinePart = 'model' | 'quantity' | 'price'
export type LineField = `${LinePart}${number}`
export const lineField = (part: LinePart, n: number): LineField => `${part}${n}`
