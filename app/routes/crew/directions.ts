/** A map that opens the phone's own navigation for an address as it was written. */
export const directionsTo = (address: string) =>
  `https://uri.amap.com/search?${new URLSearchParams({ keyword: address, callnative: '1' })}`
