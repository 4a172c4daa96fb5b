import { type ReactNode } from 'react'

/** Line drawings on a 24 × 24 grid. */
export const portalShapes = {
  mark: (
    <>
      <path d="M5 21V3.5h14V21M2.5 21h19" />
      <path d="m9 3.5 6.5 2.6V21M12.6 12.6v1.6" />
    </>
  ),
  calendar: (
    <>
      <rect x="3.5" y="5" width="17" height="15.5" rx="2.5" />
      <path d="M3.5 10h17M8 3v4M16 3v4" />
      <path d="m9 15.2 2.1 2.1 4-4.3" />
    </>
  ),
  wrench: (
    <path d="M20.3 7.1a5 5 0 0 1-6.6 6.3l-6.1 6.1a2.1 2.1 0 0 1-3-3l6.1-6.1A5 5 0 0 1 17 3.8l-3.1 3.1.4 2.6 2.6.4z" />
  ),
  find: (
    <>
      <path d="M4 6h15M4 11h6M4 16h5" />
      <circle cx="15.5" cy="14.2" r="4.2" />
      <path d="m18.6 17.3 2.6 2.6" />
    </>
  ),
  phone: (
    <path d="M6.2 3.8h2.6l1.5 4-2 1.6a12 12 0 0 0 6.3 6.3l1.6-2 4 1.5v2.6a2 2 0 0 1-2.1 2A16.2 16.2 0 0 1 4.2 5.9a2 2 0 0 1 2-2.1z" />
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7.2V12l3.2 2" />
    </>
  ),
  half: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor" />
    </>
  ),
  done: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="m8.2 12.3 2.6 2.6 5-5.4" />
    </>
  ),
  later: <circle cx="12" cy="12" r="8.5" strokeDasharray="3 3.2" />,
  idle: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M8.5 12h7" />
    </>
  ),
  alert: (
    <>
      <path d="M12 4 2.9 19.5h18.2z" />
      <path d="M12 10v4.2M12 16.9v.1" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11.2v5M12 7.7v.1" />
    </>
  ),
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  camera: (
    <>
      <path d="M4 8h3.4l1.5-2.5h6.2L16.6 8H20a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1z" />
      <circle cx="12" cy="13.3" r="3.4" />
    </>
  ),
  close: <path d="m7 7 10 10M17 7 7 17" />,
  plus: <path d="M12 5v14M5 12h14" />,
  next: <path d="m9.5 5.5 6.5 6.5-6.5 6.5" />,
  back: <path d="M19.5 12h-15m6-6.5L4.5 12l6 6.5" />,
  door: (
    <>
      <path d="M4.5 19.5V4h15v15.5z" />
      <path d="m11.5 4 5 2.2v15.6l-5-2.3M14 13.2v1.4" />
    </>
  ),
  wobble: (
    <>
      <path d="m7 3.5.9 10h8.6l1.3 7M7.9 13.5l-1.4 7" />
      <path d="m13 4 2 1.9-2 1.9 2 1.9M18.5 4l2 1.9-2 1.9 2 1.9" />
    </>
  ),
  scratch: (
    <>
      <rect x="3.5" y="5" width="17" height="14" rx="2" />
      <path d="m7.5 14.5 4-6M11 15.5l5-7M15.2 15.2l1.8-2.7" />
    </>
  ),
  crack: (
    <>
      <rect x="3.5" y="5" width="17" height="14" rx="2" />
      <path d="m12.5 5-2 4.2 3.4 2.2-2.6 3.3 1.6 1.4-.9 2.9" />
    </>
  ),
  missing: (
    <>
      <rect x="4" y="4" width="16" height="16" rx="2.5" strokeDasharray="3.4 3" />
      <path d="M12 8.8v6.4M8.8 12h6.4" />
    </>
  ),
  other: (
    <>
      <path d="M4 5h16v11.5h-9L6.5 20v-3.5H4z" />
      <path d="M8.5 10.8h.1M12 10.8h.1M15.5 10.8h.1" strokeWidth="2.2" />
    </>
  ),
  pin: (
    <>
      <path d="M12 21s6.8-6 6.8-11.2a6.8 6.8 0 0 0-13.6 0C5.2 15 12 21 12 21z" />
      <circle cx="12" cy="9.8" r="2.4" />
    </>
  ),
  go: <path d="M20.5 3.5 3.5 10.8l7.2 2.5 2.5 7.2z" />,
  user: (
    <>
      <circle cx="12" cy="8.2" r="4" />
      <path d="M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6" />
    </>
  ),
  file: (
    <>
      <path d="M6 3.5h8l4.5 4.5v12.5H6z" />
      <path d="M13.8 3.7v4.6h4.6M9 12.5h6M9 16h6" />
    </>
  ),
  star: (
    <path d="M12 3.3 L14.41 9.28 L20.84 9.73 L15.9 13.87 L17.47 20.12 L12 16.7 L6.53 20.12 L8.1 13.87 L3.16 9.73 L9.59 9.28Z" />
  ),
  edit: (
    <>
      <path d="m4 20 .8-4L16 4.8a1.6 1.6 0 0 1 2.3 0l.9.9a1.6 1.6 0 0 1 0 2.3L8 19.2z" />
      <path d="m14 6.8 3.2 3.2" />
    </>
  ),
  lock: (
    <>
      <rect x="5" y="10.5" width="14" height="10" rx="2" />
      <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
    </>
  ),
  send: <path d="m3.5 11 17-7.5-6.5 17-3.5-7-7-2.5Zm7 2.5 4-4" />,
  again: (
    <>
      <path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.8 9" />
      <path d="M20 4.5V9h-4.5" />
    </>
  ),
  truck: (
    <>
      <path d="M4.9 17H2.5V6h11v11H9.1M13.5 9.5h4l4 4V17h-1.9m-4.2 0h-1.9" />
      <circle cx="7" cy="17.2" r="2.1" />
      <circle cx="17.5" cy="17.2" r="2.1" />
    </>
  ),
  box: (
    <>
      <path d="m12 3 8 4.2v9.6L12 21l-8-4.2V7.2z" />
      <path d="m4 7.2 8 4.2 8-4.2M12 11.4V21" />
    </>
  ),
  list: <path d="M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1" />,
} satisfies Record<string, ReactNode>
