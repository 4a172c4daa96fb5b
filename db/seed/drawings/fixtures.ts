import { box, type Drawing, group, line, room, shape } from './drawing.ts'

function tile(cracked: boolean): string {
  const rows = [70, 106, 156, 226, 320]
  const across = [-3, -2, -1, 0, 1, 2, 3, 4]
  const columns = across
    .map((i) => `M${200 + (i - 0.5) * 60} 70L${200 + (i - 0.5) * 200} 320`)
    .join('')
  const seams = rows.map((y) => `M-20 ${y}h440`).join('')
  return (
    `<path d="M-100-100h600v170h-600z" fill="#e7dfd0"/>` +
    `<path d="M-100 70h600v330h-600z" fill="#d9cfbd"/>` +
    shape('M-10 56h420v14H-10z', '#f3eee4') +
    shape('M146 156h108l20 70H126z', cracked ? '#d2c6b1' : '#e3dac9', 0) +
    line(columns + seams, 2, '#b4a58c') +
    box(300, -10, 74, 66, '#c3d3d6') +
    line('M337-10v66M300 24h74', 1.2) +
    (cracked
      ? line('M166 160l14 12 4 16 20 8 6 14 22 14', 2.8, '#4a3a2a') +
        line('M184 188l-14 10M204 196l16-10 8-14', 1.6, '#4a3a2a') +
        shape('M182 172l5 4-3 8-5-4z', '#8c7a63', 0.8)
      : '')
  )
}

function floor(warped: boolean): string {
  const boards = [-2, -1, 0, 1, 2, 3, 4, 5, 6]
  const bend = warped ? -26 : 0
  const seams = boards
    .map((i) => {
      const [x0, x1] = [200 + (i - 2) * 46, 200 + (i - 2) * 150]
      return `M${x0} 92C${x0 + (x1 - x0) * 0.3} ${150 + bend} ${x0 + (x1 - x0) * 0.5} ${170 + bend} ${x1} 310`
    })
    .join('')
  return (
    `<path d="M-100-100h600v200h-600z" fill="#e8e0d2"/>` +
    box(60, -10, 130, 70, '#c9d8da') +
    line('M125-10v70', 1.4) +
    shape('M-10 78h420v14H-10z', '#f4efe6') +
    `<path d="M-100 92h600v300h-600z" fill="#b78c5c"/>` +
    line(seams, 1.5, '#7d5a37') +
    line('M40 150h60M150 124h40M230 210h96M96 236h70M300 140h60', 1.2, '#7d5a37') +
    (warped
      ? shape('M92 196c30-52 176-58 220-4 -50-22-160-22-220 4z', '#cda06e', 1.6) +
        `<path d="M96 200c60-26 166-26 214-4-30 20-176 26-214 4z" fill="#2a1c10" opacity=".38"/>` +
        line('M150 164l-8 28M196 156v28M244 158l8 26', 1.3, '#7d5a37')
      : '')
  )
}

function door(misaligned: boolean): string {
  const leaf =
    box(132, 44, 136, 214, '#b58a5c') +
    box(150, 62, 100, 78, '#a97d50') +
    box(150, 156, 100, 86, '#a97d50') +
    box(246, 144, 16, 8, '#8d9290') +
    `<circle cx="262" cy="148" r="5" fill="#aeb2b0" stroke="#3f2c1d"/>`
  return (
    room('#e5dccb', '#bc9b74', 258) +
    box(112, 24, 176, 236, '#f0e9dc') +
    box(130, 42, 140, 218, '#34251a') +
    (misaligned ? group('rotate(2.600 132 258) translate(1 6)', leaf) : leaf) +
    box(127, 70, 7, 26, '#8d9290') +
    box(127, 206, 7, 26, '#8d9290') +
    box(270, 138, 6, 22, '#8d9290') +
    (misaligned
      ? line('M292 120l9-5M294 132h11M196 276l-5 8M212 277v9M228 276l5 8', 1.6, '#7a4a20')
      : '') +
    box(318, 118, 20, 28, '#f7f3ea')
  )
}

function shower(leaking: boolean): string {
  const glass = `<path d="M204 52h96v190h-96z" fill="#bcd2d4" opacity=".75" stroke="#5b605e" stroke-width="2"/>`
  return (
    `<path d="M-100-100h600v500h-600z" fill="#dfe0da"/>` +
    line(
      'M40-10v260M120-10v260M280-10v260M360-10v260M-10 50h420M-10 116h420M-10 182h420',
      1,
      '#bfc0b8',
    ) +
    `<path d="M-100 250h600v200h-600z" fill="#b9ad99"/>` +
    line('M-100 250h600', 1.6) +
    shape('M88 240h224v16H88z', '#f4f2ec') +
    `<path d="M100 52h104v190H100z" fill="#a9c4c7" opacity=".7" stroke="#5b605e" stroke-width="2"/>` +
    (leaking ? group('rotate(3.500 204 52) translate(3 4)', glass) : glass) +
    box(94, 42, 212, 9, '#8d9290') +
    line('M150 84v-20h-18', 4, '#8d9290') +
    shape('M122 64h20l4 8h-28z', '#aeb2b0') +
    box(208, 132, 5, 34, '#5b605e') +
    (leaking
      ? shape('M232 262c30-8 96-8 118 4 14 10-20 20-66 18-48-2-76-14-52-22z', '#a8c3cc', 1) +
        line('M262 244l-4 14M280 246l-2 14M300 247v12', 1.8, '#6f97a5') +
        line('M246 270c20-4 50-4 70 0', 1, '#e4eff1')
      : '')
  )
}

export const fixtures = {
  tile: { fault: tile(true), mended: tile(false), close: [130, 132, 140] },
  floor: { fault: floor(true), mended: floor(false), close: [80, 112, 200] },
  door: { fault: door(true), mended: door(false), close: [210, 96, 110] },
  shower: { fault: shower(true), mended: shower(false), close: [196, 180, 150] },
} as const satisfies Record<string, Drawing>
