import { box, type Drawing, group, line, plant, room, shadow, shape } from './drawing.ts'

const knob = (x: number, y: number) => box(x, y, 3.4, 22, '#4a3827')

function wardrobeDoor(x: number, knobX: number) {
  return (
    box(x, 44, 64, 206, '#b58a5c') +
    box(x + 10, 56, 44, 84, '#a97d50') +
    box(x + 10, 150, 44, 88, '#a97d50') +
    knob(knobX, 140)
  )
}

function wardrobe(sagging: boolean): string {
  return (
    room('#e4dccd', '#c2a27b') +
    shadow('M84 250h240l18 14h-262z') +
    box(94, 34, 212, 222, '#8f683f') +
    wardrobeDoor(100, 156) +
    wardrobeDoor(236, 240) +
    box(167, 44, 66, 206, '#3d2a1a') +
    (sagging
      ? group('rotate(4.2 168 250) translate(2 7)', wardrobeDoor(168, 224)) +
        line('M236 70c4 4 4 10 1 14M239 96c4 3 5 8 2 12', 1.2, '#7a4a20')
      : wardrobeDoor(168, 224)) +
    plant(348, 250)
  )
}

function hinge(loose: boolean): string {
  const screw = (x: number, y: number) =>
    `<circle cx="${x}" cy="${y}" r="13" fill="#a9adab" stroke="#4b4f4d" stroke-width="1.6"/>` +
    line(`M${x - 9} ${y}h18M${x} ${y - 9}v18`, 3, '#4b4f4d')
  return (
    `<path d="M-100-100h600v500h-600z" fill="#b58a5c"/>` +
    `<path d="M-100-100h252v500h-252z" fill="#9d744a"/>` +
    line(
      'M20-20c10 90-8 200 6 340M78-20c-8 120 12 190-2 340M330-20c-12 110 10 220 0 340',
      1,
      '#7d5a37',
    ) +
    box(146, -10, 10, 320, '#3d2a1a') +
    group(
      loose ? 'rotate(5 200 150) translate(4 6)' : '',
      box(38, 112, 114, 74, '#c9cccb') +
        shape('M152 104h54l46 24v44l-46 24h-54z', '#aeb2b0') +
        `<circle cx="278" cy="150" r="54" fill="#bcc0be" stroke="#3f2c1d" stroke-width="1.6"/>` +
        `<circle cx="278" cy="150" r="38" fill="#969b99" stroke="#5b605e"/>` +
        line('M256 150h44', 5, '#5b605e') +
        screw(72, 149) +
        (loose
          ? `<circle cx="120" cy="149" r="13" fill="#332214" stroke="#4b4f4d"/>`
          : screw(120, 149)),
    ) +
    (loose
      ? group(
          'rotate(24 118 214)',
          screw(118, 214) +
            box(113, 226, 10, 34, '#a9adab') +
            line('M113 232l10 5M113 240l10 5M113 248l10 5', 1.2),
        ) + line('M104 132 84 104M134 134l20-30M110 172l-16 34M134 168l22 26', 3, '#4a301a')
      : '')
  )
}

function kitchen(chipped: boolean): string {
  const unit = (x: number, handle: number) =>
    box(x, 142, 88, 112, '#e9e1d2') +
    box(x + 9, 152, 70, 92, '#e2d8c6') +
    box(handle, 162, 3.4, 24, '#8a7a62')
  const tiles = [0, 1, 2, 3, 4, 5, 6].map((i) => `M${-20 + i * 70} 30v92`).join('')
  return (
    room('#ded6c6', '#a98a66', 262) +
    line(`${tiles}M-20 30h460M-20 76h460`, 0.9, '#b3a891') +
    unit(20, 96) +
    unit(112, 118) +
    unit(204, 280) +
    unit(296, 302) +
    box(6, 124, 388, 14, '#77706a') +
    shape('M128 122h110l-6 6h-98z', '#b8bcbb') +
    line('M184 120v-38c0-12 26-12 26 2v8', 4, '#8d9290') +
    box(10, 254, 380, 10, '#5f5143') +
    (chipped
      ? shape('M204 254l26 0 -6-9 -7-2 -4-9 -9-4z', '#b98d5c', 1) +
        line('M230 254l8-6M204 230l4-10M218 243l7-8', 1, '#6f4a26')
      : '')
  )
}

function drawer(stuck: boolean): string {
  const front = (y: number, x = 110) =>
    box(x, y, 180, 52, '#c39a6c') + box(x + 72, y + 22, 36, 6, '#4a3827')
  return (
    room('#e2dacb', '#b89770', 252) +
    shadow('M88 262h226l16 10h-256z') +
    box(98, 62, 204, 200, '#94703f') +
    front(72) +
    box(110, 134, 180, 52, '#3a2818') +
    (stuck
      ? shape('M118 138h150l14 16h-178z', '#7d5a37') +
        group('rotate(3.5 196 170)', front(146, 106)) +
        line('M298 140l12-6M300 154l13 0M298 168l12 6', 1.6, '#7a4a20')
      : front(134)) +
    front(196) +
    shape('M138 62c-2-20 4-30 14-30s16 10 14 30z', '#7b9184') +
    line('M152 32v-16M152 18l8-8M152 22l-8-7', 1.6, '#5f7653')
  )
}

export const cabinets = {
  wardrobe: { fault: wardrobe(true), mended: wardrobe(false), close: [160, 26, 120] },
  hinge: { fault: hinge(true), mended: hinge(false), close: [20, 84, 210] },
  kitchen: { fault: kitchen(true), mended: kitchen(false), close: [170, 190, 104] },
  drawer: { fault: drawer(true), mended: drawer(false), close: [180, 112, 150] },
} as const satisfies Record<string, Drawing>
