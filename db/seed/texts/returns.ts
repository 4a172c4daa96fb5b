import type {
  ConsequenceKind,
  Costs,
  DecisionLevel,
  Party,
  RefundMethod,
  Remedy,
  ReturnReason,
  ReturnWish,
} from '#db/vocabulary/returns.ts'
import type { TicketEventKind, TicketKind, TicketStatus } from '#db/vocabulary/tickets.ts'
import type { Skill } from '#db/vocabulary/visits.ts'

/** One thing a decision set going; `promised` counts days from today. */
export interface StepStory {
  kind: ConsequenceKind
  after?: ConsequenceKind
  what?: string
  promised?: number
  skill?: Skill
  collects?: boolean
  amount?: number
  method?: RefundMethod
  note?: string
  done?: boolean
}

export interface MoreStory {
  kind: TicketEventKind
  minutes: number
  by: 'desk' | 'manager' | 'warehouse'
  data: Record<string, unknown>
}

/** A return as the demo tells it. */
export interface CaseStory {
  /** The kind and the state of the ticket it hangs on. */
  on: readonly [TicketKind, TicketStatus]
  reason: ReturnReason
  wish: ReturnWish
  words: string
  /** Days between the delivery and the asking. */
  delivered?: number
  decision?: { remedy: Remedy; why: string; told: string; costs: Costs; needs?: DecisionLevel }
  steps?: readonly StepStory[]
  /** Why the manager sent it back, and why they then let it stand. */
  sentBack?: string
  approved?: string
  /** What else happened, so many minutes after it was asked for. */
  more?: readonly MoreStory[]
  appeal?: string
  /** Why it was cancelled. */
  cancelled?: string
  ends?: {
    cause: string
    evidence: string
    shares: Partial<Record<Party, number>>
    claim?: { supplier: string; amount: number }
  }
}

const nothing: Costs = { goods: 0, residual: 0, freight: 0, labour: 0, refund: 0, charged: 0 }

export const caseStories: readonly CaseStory[] = [
  {
    on: ['return', 'new'],
    ...{ reason: 'no_fit', wish: 'refund', delivered: 3 },
    words: '量的时候没有算踢脚线，柜子进不去，想退掉。',
  },
  {
    on: ['parts', 'new'],
    ...{ reason: 'missing_part', wish: 'part', delivered: 1 },
    words: '少一袋连接件，装到一半停下来了。',
  },
  {
    on: ['return', 'triaged'],
    ...{ reason: 'defect', wish: 'refund', delivered: 35 },
    words: '门板变形，换过一次还是这样，这次要退。',
    decision: {
      remedy: 'refund',
      why: '同一块门板第二次变形，再换顾客不接受。',
      told: '门板两次变形，是我们的质量问题，给您全额退款，旧货由我们上门收走。',
      costs: { ...nothing, refund: 268_000, freight: 13_000, labour: 18_000, residual: -40_000 },
      needs: 'manager',
    },
  },
  {
    on: ['exchange', 'triaged'],
    ...{ reason: 'defect', wish: 'exchange', delivered: 21 },
    words: '台面自己裂开一道缝，没有碰过。',
    decision: {
      remedy: 'exchange',
      why: '裂缝贯穿，补不住；一年内质量问题包换。',
      told: '这是质量问题，给您换一件新的，送新货时把旧的一起收走，不收费用。',
      costs: { ...nothing, goods: 186_000, freight: 13_000, labour: 18_000, residual: -30_000 },
    },
    steps: [
      { kind: 'goods', promised: 5 },
      { kind: 'delivery', after: 'goods', skill: 'delivery', collects: true },
      { kind: 'original', after: 'delivery' },
    ],
  },
  {
    on: ['parts', 'triaged'],
    ...{ reason: 'missing_part', wish: 'part', delivered: 2 },
    words: '少了一根抽屉滑轨。',
    decision: {
      remedy: 'missing',
      why: '装箱单上有，箱里没有。',
      told: '少的滑轨我们补给您，到货后送上门，不收费用。',
      costs: { ...nothing, goods: 6_000, labour: 18_000 },
    },
    steps: [
      { kind: 'part', what: '抽屉滑轨一根', promised: 1, done: true },
      { kind: 'delivery', after: 'part', skill: 'delivery' },
    ],
    more: [
      {
        ...{ kind: 'return_ready', minutes: 600, by: 'warehouse' },
        data: { what: '抽屉滑轨一根', note: '放在备货架 A3' },
      },
    ],
  },
  {
    on: ['parts', 'paused'],
    ...{ reason: 'defect', wish: 'part', delivered: 60 },
    words: '铰链断了，门挂不住。',
    decision: {
      remedy: 'part',
      why: '保修期内，换铰链即可。',
      told: '铰链在保修期内，到货后师傅上门给您换，不收费用。',
      costs: { ...nothing, goods: 4_500, labour: 36_000 },
    },
    steps: [
      { kind: 'part', what: '铰链两只', promised: -1 },
      { kind: 'repair', after: 'part', skill: 'repair' },
    ],
    more: [
      {
        ...{ kind: 'return_promised', minutes: 900, by: 'warehouse' },
        data: { what: '铰链两只', reason: '工厂晚发一天' },
      },
    ],
  },
  {
    on: ['exchange', 'paused'],
    ...{ reason: 'colour', wish: 'exchange', delivered: 48 },
    words: '左右两扇门颜色明显不一样。',
    decision: {
      remedy: 'reject',
      why: '超过三十天，色差在样板范围内。',
      told: '这两扇门的颜色在样板的范围之内，也过了三十天，这次不能换，请您谅解。',
      costs: nothing,
    },
    appeal: '当时就打过电话，说等师傅来看，一直没有来，不能算我超过三十天。',
  },
  {
    on: ['exchange', 'closed'],
    ...{ reason: 'transit', wish: 'exchange', delivered: 1 },
    words: '拆开就看见角上磕坏了。',
    decision: {
      remedy: 'exchange',
      why: '外箱有压痕，是运输损坏。',
      told: '这是运输损坏，给您换一件新的，不收费用。',
      costs: { ...nothing, goods: 96_000, freight: 13_000, labour: 18_000, residual: -12_000 },
    },
    steps: [
      { kind: 'goods', promised: -18, done: true },
      { kind: 'delivery', after: 'goods', skill: 'delivery', collects: true, done: true },
    ],
    ends: {
      cause: '包装护角薄，装车时受压。',
      evidence: '外箱压痕的照片，签收单上有注明。',
      shares: { factory: 60, logistics: 40 },
      claim: { supplier: '苏州木禾制造', amount: 69_000 },
    },
  },
  {
    on: ['repair', 'closed'],
    ...{ reason: 'defect', wish: 'discount', delivered: 90 },
    words: '侧板有一道浅划痕，不想折腾，能便宜点就算了。',
    decision: {
      remedy: 'discount',
      why: '划痕浅，不影响使用，顾客同意折让。',
      told: '划痕不影响使用，按您的意思，折让三百元，三天内退给您。',
      costs: { ...nothing, refund: 30_000 },
    },
    steps: [{ kind: 'refund', amount: 30_000, method: 'original', note: '原路退回', done: true }],
    ends: {
      cause: '出厂前没有检出划痕。',
      evidence: '师傅上门拍的照片。',
      shares: { factory: 100 },
    },
  },
  {
    on: ['repair', 'triaged'],
    ...{ reason: 'defect', wish: 'refund', delivered: 75 },
    words: '修了两次还是响，不想再修了。',
    decision: {
      remedy: 'refund',
      why: '同一问题修过两次，仓库里同款也有响声。',
      told: '修了两次没有修好，给您退货退款，旧货由我们上门收走，钱三天内原路退回。',
      costs: { ...nothing, refund: 159_900, freight: 13_000, labour: 18_000, residual: -30_000 },
      needs: 'manager',
    },
    sentBack: '先问仓库有没有别的批次可以换。',
    approved: '别的批次也缺货，同意退。',
    steps: [
      { kind: 'collection', skill: 'delivery', done: true },
      { kind: 'original', after: 'collection', done: true },
      { kind: 'refund', amount: 159_900, method: 'original', note: '原路退回', done: true },
    ],
    more: [
      { kind: 'return_received', minutes: 590, by: 'warehouse', data: { note: '' } },
      {
        ...{ kind: 'return_inspected', minutes: 600, by: 'warehouse' },
        data: { condition: '完好，滑轨磨损', fate: 'factory', count: 0 },
      },
      {
        ...{ kind: 'return_refunded', minutes: 620, by: 'desk' },
        data: { amount: 159_900, currency: 'CNY', method: 'original', reference: '原路退回' },
      },
      {
        ...{ kind: 'return_answerable', minutes: 640, by: 'manager' },
        data: { shares: [{ party: 'factory', percent: 100 }], waits: false },
      },
      { kind: 'return_closed', minutes: 650, by: 'manager', data: {} },
    ],
    ends: {
      cause: '这一批滑轨的轴承偏小。',
      evidence: '仓库验货记录，同批两件都响。',
      shares: { factory: 100 },
    },
  },
  {
    on: ['repair', 'triaged'],
    ...{ reason: 'changed_mind', wish: 'refund', delivered: 2 },
    words: '家里人觉得颜色太深，想退。',
    cancelled: '您来电说还是留下，不退了。',
  },
]
