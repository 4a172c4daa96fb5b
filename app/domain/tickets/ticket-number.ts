/**
 * A ticket's number as people read it: `R100042-7`. The last digit is a check digit by Damm's algorithm,
 * which catches every single wrong digit and every swap of two neighbours.
 * Source: H. M. Damm, “Total anti-symmetrische Quasigruppen”, 2004.
 */
export function ticketNumber(serial: number): string {
  return `R${serial}-${checkDigit(String(serial))}`
}

/**
 * A number as somebody typed or said it: letters in any case, spaces, a missing dash or a missing R.
 * @returns the number in its one spelling, or `null` when the check digit says it was misheard
 */
export function readTicketNumber(typed: string): string | null {
  const digits = digitsOf(typed)
  if (!/^\d{7,16}$/.test(digits)) return null
  const serial = digits.slice(0, -1)
  return checkDigit(serial) === Number(digits.at(-1)) ? `R${serial}-${digits.at(-1)}` : null
}

const digitsOf = (typed: string) =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/^R/i, '')

/** A number without its last digit, as numbers are given out. */
export const isCutShort = (typed: string) => /^\d{1,6}$/.test(digitsOf(typed))

const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

function checkDigit(digits: string): number {
  let interim = 0
  for (const digit of digits) interim = Number(quasigroup[interim]?.[Number(digit)])
  return interim
}
