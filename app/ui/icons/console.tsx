import { type ReactNode } from 'react'

/** Line drawings on a 20 × 20 grid; `s-…` are the shapes of a status. */
export const consoleShapes = {
  alert: <path d="M10 3l8 14H2zM10 8v4.5M10 14.6v.1" />,
  arrow: <path d="M3.5 10h13M11.5 5l5 5-5 5" />,
  attach: <path d="M14.5 9l-5.3 5.3a3 3 0 0 1-4.3-4.3L11 3.9a2 2 0 0 1 2.9 2.9l-5.9 5.9" />,
  bell: <path d="M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 17.5h3" />,
  board: <path d="M2.5 3.5h15v13h-15zM2.5 8h15M2.5 12.2h15M6.5 3.5v13" />,
  book: (
    <path d="M10 5c-2-1.5-4.5-1.8-7-1.5v12c2.5-.3 5 0 7 1.5 2-1.5 4.5-1.8 7-1.5v-12C14.5 3.2 12 3.5 10 5zM10 5v12" />
  ),
  box: <path d="M3 6l7-3.5L17 6v8l-7 3.5L3 14zM3 6l7 3.5L17 6M10 9.5v8" />,
  cal: <path d="M3 4.5h14v12H3zM3 8.5h14M7 2.5v4M13 2.5v4" />,
  call: (
    <path d="M5 3h3l1.5 4-2 1.5a9 9 0 0 0 4 4l1.5-2 4 1.5v3a1.8 1.8 0 0 1-2 2C9 16.5 3.5 11 3 5a1.8 1.8 0 0 1 2-2z" />
  ),
  cam: (
    <>
      <path d="M2.5 6h4l1.2-2h4.6l1.2 2h4v10.5h-15z" />
      <circle cx="10" cy="11" r="3" />
    </>
  ),
  chart: <path d="M3 3v14h14M6.5 13.5v-3M10 13.5v-7M13.5 13.5V9" />,
  check: <path d="M4 10.5l4 4 8-9" />,
  close: <path d="M5 5l10 10M15 5L5 15" />,
  dl: <path d="M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13" />,
  doc: <path d="M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5M7.5 13h5" />,
  dots: <path d="M4.5 10h.1M10 10h.1M15.5 10h.1" strokeWidth="2.6" />,
  down: <path d="M4.5 7.5l5.5 5.5 5.5-5.5" />,
  fit: <path d="M3 7.5V3h4.5M12.5 3H17v4.5M17 12.5V17h-4.5M7.5 17H3v-4.5" />,
  flag: <path d="M4.5 17.5V3h10l-2 3.5 2 3.5h-10" />,
  follow: (
    <>
      <path d="M3 12V9.5a7 7 0 0 1 14 0V12" />
      <path d="M3 11h2.5v5H4a1 1 0 0 1-1-1zM17 11h-2.5v5H16a1 1 0 0 0 1-1zM14.5 16c0 1.5-2 2-4 2" />
    </>
  ),
  home: (
    <>
      <path d="M3 9l7-6 7 6v8H3z" />
      <path d="M8 17v-5h4v5" />
    </>
  ),
  ledger: <path d="M4 2.5h12v15H4zM7 2.5v15M9.5 6.5h4M9.5 9.5h4" />,
  lock: <path d="M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9" />,
  mark: (
    <>
      <path d="M3 17V8l7-5 7 5v9" />
      <path d="M8 17v-5h4v5M1.5 17h17" />
    </>
  ),
  merge: <path d="M4 3v3c0 4 6 3.5 6 8v3.5M16 3v3c0 4-6 3.5-6 8M7.5 15l2.5 2.5 2.5-2.5" />,
  minus: <path d="M4 10h12" />,
  people: (
    <>
      <circle cx="7.5" cy="7" r="3" />
      <path d="M2 16.5c0-3 2.5-5 5.5-5s5.5 2 5.5 5M13 4.2a3 3 0 0 1 0 5.6M15 11.8c2 .7 3 2.4 3 4.7" />
    </>
  ),
  person: (
    <>
      <circle cx="10" cy="6.5" r="3.2" />
      <path d="M3.5 17c0-3.6 2.9-5.8 6.5-5.8s6.5 2.2 6.5 5.8" />
    </>
  ),
  pin: (
    <>
      <path d="M10 17.5c3.5-4 5.3-6.7 5.3-9.2a5.3 5.3 0 0 0-10.6 0c0 2.5 1.8 5.2 5.3 9.2z" />
      <circle cx="10" cy="8.3" r="1.8" />
    </>
  ),
  plus: <path d="M10 4v12M4 10h12" />,
  print: <path d="M5.5 7V2.5h9V7M5.5 14H3V7h14v7h-2.5M5.5 11.5h9v6h-9z" />,
  right: <path d="M7.5 4.5l5.5 5.5-5.5 5.5" />,
  ruler: <path d="M2.5 13.5l11-11 4 4-11 11zM6 10l1.5 1.5M9 7l2 2M12 4l1.5 1.5" />,
  's-cancel': (
    <>
      <circle cx="10" cy="10" r="6.5" />
      <path d="M5.6 14.4l8.8-8.8" />
    </>
  ),
  's-closed': (
    <>
      <circle cx="10" cy="10" r="7" fill="currentColor" />
      <path d="M7 10.2l2.2 2.2 4-4.6" className="cut" />
    </>
  ),
  's-going': (
    <>
      <circle cx="10" cy="10" r="6.5" />
      <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
    </>
  ),
  's-late': (
    <>
      <path d="M10 3l8 14H2z" fill="currentColor" />
      <path d="M10 8.5v4M10 14.5v.1" className="cut" />
    </>
  ),
  's-new': <circle cx="10" cy="10" r="6.5" strokeDasharray="2.7 2.4" />,
  's-ok': (
    <>
      <circle cx="10" cy="10" r="6.5" />
      <path d="M7 10.2l2.2 2.2 4-4.6" />
    </>
  ),
  's-pause': (
    <>
      <circle cx="10" cy="10" r="6.5" />
      <path d="M8 7.5v5M12 7.5v5" />
    </>
  ),
  's-plan': <path d="M4.5 4.5h11v11h-11z" />,
  's-risk': <path d="M10 3l7 7-7 7-7-7zM10 7v4M10 13.2v.1" />,
  's-sched': <path d="M4 5h12v11H4zM4 8.5h12M7.5 3v3M12.5 3v3" />,
  's-triaged': (
    <>
      <circle cx="10" cy="10" r="6.5" />
      <circle cx="10" cy="10" r="1.5" fill="currentColor" />
    </>
  ),
  's-way': <path d="M4 4.5l13 5.5-13 5.5 2.5-5.5z" fill="currentColor" />,
  search: (
    <>
      <circle cx="9" cy="9" r="5.5" />
      <path d="M13 13l4.5 4.5" />
    </>
  ),
  shield: (
    <path d="M10 2.5l6.5 2.3v4.7c0 4-2.7 6.6-6.5 8-3.8-1.4-6.5-4-6.5-8V4.8zM7 10l2.2 2.2L13.2 8" />
  ),
  spark: <path d="M3 15l4.5-5 3.5 3 6-8M13 5h4v4" />,
  speech: <path d="M3 4h14v10H9l-4 3.5V14H3z" />,
  swap: <path d="M3 7h13l-3.5-3.5M17 13H4l3.5 3.5" />,
  tack: <path d="M7 3h6M8 3v5.5L5.5 11.5h9L12 8.5V3M10 11.5V17" />,
  ticket: (
    <>
      <path d="M2.5 5.5h15v3a1.5 1.5 0 0 0 0 3v3h-15v-3a1.5 1.5 0 0 0 0-3z" />
      <path d="M12 5.5v9" strokeDasharray="2 2" />
    </>
  ),
  truck: (
    <>
      <path d="M2 5h9.5v9H2zM11.5 8h3.5l3 3v3h-6.5" />
      <circle cx="5.5" cy="14.5" r="1.8" />
      <circle cx="14.5" cy="14.5" r="1.8" />
    </>
  ),
  tune: (
    <>
      <path d="M3 6h8M15 6h2M3 14h2M9 14h8" />
      <circle cx="13" cy="6" r="2" />
      <circle cx="7" cy="14" r="2" />
    </>
  ),
  undo: <path d="M4 8h8a4.5 4.5 0 0 1 0 9H7M7.5 4.5L4 8l3.5 3.5" />,
  wrench: (
    <path d="M12.5 3.2a4.5 4.5 0 0 0-4.2 6.3L3 14.8 5.2 17l5.3-5.3a4.5 4.5 0 0 0 6.3-4.2l-3 1.5-2.6-2.6z" />
  ),
  x: <path d="M5 5l10 10M15 5L5 15" />,
} satisfies Record<string, ReactNode>
