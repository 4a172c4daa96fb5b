import { box, type Drawing, group, line, plant, room, shadow, shape } from './drawing.ts'

function table(scratched: boolean): string {
  return (
    room('#e6decf', '#bb9a73', 196) +
    shadow('M60 276h290l20 14h-330z') +
    box(76, 176, 14, 104, '#7d5a37') +
    box(310, 176, 14, 104, '#7d5a37') +
    box(122, 170, 10, 74, '#6d4d2e') +
    box(268, 170, 10, 74, '#6d4d2e') +
    shape('M104 112h192l62 60H42z', '#c39a6c') +
    shape('M42 172h316v10H42z', '#9d744a') +
    line(
      'M128 120c50 6 110-4 150 2M104 138c70 8 130-6 200 2M78 158c80-6 170 6 250-2',
      0.9,
      '#9b7148',
    ) +
    shape('M282 112c-2-14-10-18-10-28h26c0 10-8 14-10 28z', '#7b9184') +
    (scratched
      ? line('M132 158c28-12 62-14 112-30', 1.7, '#f2e3cb') +
        line('M133 159c28-12 62-13 111-29', 0.7, '#6b4423') +
        line('M168 152l30-14', 1, '#f2e3cb')
      : '')
  )
}

function sofa(torn: boolean): string {
  const seat = (x: number) => shape(`M${x} 152h78c4 0 6 4 6 8v30h-90v-30c0-4 2-8 6-8z`, '#8e9a93')
  const back = (x: number) => shape(`M${x} 92h78c6 0 8 4 8 8v56h-94v-56c0-4 2-8 8-8z`, '#7f8b84')
  return (
    room('#e9e0d0', '#bf9f78') +
    shape('M-10 268c120-16 300-16 420 0v40H-10z', '#d8c6a8') +
    shadow('M50 232h300l14 12h-330z') +
    back(72) +
    back(162) +
    back(252) +
    seat(72) +
    seat(162) +
    seat(252) +
    shape('M66 188h268v34H66z', '#76827b') +
    shape('M38 128c0-12 28-12 28 0v100H42c-3 0-4-2-4-5z', '#84908a') +
    shape('M334 128c0-12 28-12 28 0v95c0 3-1 5-4 5h-24z', '#84908a') +
    box(58, 226, 10, 14, '#5b4029') +
    box(332, 226, 10, 14, '#5b4029') +
    (torn
      ? shape('M268 170c14-8 40-10 58-4-10 10-40 14-58 4z', '#f1e2b8', 1.2) +
        line('M274 166l-3-6M288 163l-1-7M304 162l2-6M318 164l4-5M280 175l-2 5M300 176l2 5', 1.1) +
        line('M280 170c12-3 26-3 36-2', 0.9, '#c9b27a')
      : line('M256 170h78', 1, '#5f6a64') +
        line(
          'M262 168v4M272 168v4M282 168v4M292 168v4M302 168v4M312 168v4M322 168v4',
          1,
          '#5f6a64',
        )) +
    plant(374, 244)
  )
}

function chair(broken: boolean): string {
  return (
    room('#e5ddce', '#b99871', 226) +
    shadow('M132 276h148l12 10h-176z') +
    box(150, 178, 12, 100, '#8a6441') +
    group(
      broken ? 'rotate(9 246 182)' : '',
      box(238, 180, 12, 96, '#8a6441') +
        (broken ? line('M236 196l8 4-5 5 9 4', 1.8, '#f0e0c4') : ''),
    ) +
    box(172, 172, 9, 84, '#6d4d2e') +
    box(222, 172, 9, 84, '#6d4d2e') +
    group(
      broken ? 'rotate(3 200 170)' : '',
      box(160, 52, 10, 120, '#8a6441') +
        box(230, 52, 10, 120, '#8a6441') +
        shape('M158 52c24-10 60-10 84 0v26c-24-8-60-8-84 0z', '#a97d50') +
        shape('M160 96c24-8 56-8 80 0v20c-24-6-56-6-80 0z', '#a97d50') +
        shape('M150 158h100l14 22H136z', '#8e9a93') +
        box(136, 180, 128, 8, '#9d744a'),
    ) +
    (broken ? line('M270 168l10-5M274 178h12M270 188l10 5', 1.6, '#7a4a20') : '')
  )
}

export const seatsAndTables = {
  table: { fault: table(true), mended: table(false), close: [112, 104, 160] },
  sofa: { fault: sofa(true), mended: sofa(false), close: [236, 132, 120] },
  chair: { fault: chair(true), mended: chair(false), close: [188, 138, 130] },
} as const satisfies Record<string, Drawing>
