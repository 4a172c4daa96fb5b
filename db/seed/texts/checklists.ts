import type { Skill } from '#db/vocabulary/visits.ts'

interface Reading {
  unit: string
  lowest: number
  highest: number
}

type Item = readonly [zh: string, en: string, must: boolean, reading?: Reading]

const arrival: Item = ['出示工牌，穿鞋套', 'Badge shown, shoe covers on', true]
const departure: Item = ['垃圾带走，擦干净', 'Waste taken along, area wiped clean', true]

/** VS-1 */
export const checklistTexts: Record<Skill, readonly Item[]> = {
  repair: [
    arrival,
    ['修前拍照', 'Picture taken before the repair', true],
    ['地面铺好保护垫', 'Floor covered with a mat', false],
    ['门、抽屉开合 10 次', 'Doors and drawers opened and closed 10 times', true],
    ['门缝最宽处', 'Doors: the widest gap', false, { unit: 'mm', lowest: 1, highest: 3 }],
    ['修后拍照', 'Picture taken after the repair', true],
    departure,
  ],
  delivery: [
    ['出发前件数、外包装点清', 'Pieces counted and packaging checked before leaving', true],
    arrival,
    [
      '墙面、地面、电梯原有损坏先拍照',
      'Existing damage to walls, floor and lift photographed',
      true,
    ],
    ['送到业主指定的位置', 'Carried to the place the customer named', true],
    ['当面拆包，一起验货', 'Unpacked before the customer and inspected together', true],
    ['包装带走', 'Packaging taken along', true],
  ],
  install: [
    ['出发前货物拆包验过，配件工具带齐', 'Goods inspected, parts and tools on board', true],
    arrival,
    [
      '墙面、地面、货物原有损坏先拍照',
      'Existing damage to walls, floor and goods photographed',
      true,
    ],
    ['地面高低差', 'Floor out of level', true, { unit: 'mm', lowest: 0, highest: 5 }],
    ['在包装上作业，不直接放地上', 'Work done on the packaging, not on the floor', true],
    ['水平、缝隙、开合检查', 'Level, gaps and movement checked', true],
    ['教业主使用和保养', 'Use and care explained to the customer', false],
    departure,
  ],
  survey: [
    arrival,
    ['梁位、管道、插座位置量到', 'Beams, pipes and sockets measured', true],
    ['尺寸复量一遍', 'Measured a second time', true],
    ['图上请业主确认', 'Sketch confirmed by the customer', true],
    ['问清水电完成日期', 'Date of plumbing and wiring asked', false],
  ],
}
