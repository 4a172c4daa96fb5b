import type { Locale } from '#db/vocabulary/locales.ts'
import type { Scene } from './matters.ts'

/** Something that can't be mended where it stands. */
export interface AwayItem {
  item: string
  condition: string
  reason: string
  /** What the crew wrote when it left with it. */
  done: string
}

interface Home {
  /** DS-4: why a crew comes late, beside the reason that is chosen. */
  late: string
  stuck: string
  /** VS-1: what was damaged before anybody touched it. */
  damages: readonly [string, string]
  /** VS-7: in minor units. */
  extras: Record<
    'hinge' | 'shelf' | 'handle' | 'waiting',
    { what: string; minutes: number; price: number }
  >
  /** VS-2 */
  pauses: Record<'parts' | 'customer' | 'site', string>
  /** VS-4: what a crew found and couldn't mend, and what it takes. */
  escalation: { found: string; needed: string }
  away: Record<Extract<Scene, 'drawer' | 'sofa' | 'chair'>, AwayItem>
  /** What was brought back. */
  back: { work: string; done: string; ready: string }
  /** VS-5 */
  original: { condition: string; item: (product: string) => string }
  /** DS-4: the customer wasn't there, in the crew's words. */
  notAtHome: string
  /** VS-6: recorded on a phone after the work was signed off. */
  tooLate: string
}

export const atHomes: Record<Locale, Home> = {
  'zh-CN': {
    late: '前一户多拆了一组柜子，收尾晚了',
    stuck: '高架封了一条车道',
    damages: [
      '玄关地板靠墙处一道旧划痕，约 12 厘米，搬货前就有',
      '入户门框左侧油漆磕掉一小块，施工前就有',
    ],
    extras: {
      hinge: { what: '右边柜门的铰链也松了，换两只阻尼铰链', minutes: 15, price: 6_800 },
      shelf: { what: '柜子里加装一块活动层板', minutes: 25, price: 18_000 },
      handle: { what: '同排三只拉手一起换新', minutes: 20, price: 9_900 },
      waiting: { what: '旁边一扇门的铰链也裂了，一起换两只', minutes: 20, price: 6_800 },
    },
    pauses: {
      parts: '下楼到车上取一根滑轨',
      customer: '业主接孩子，出门二十分钟',
      site: '电梯物业在检修，等它恢复',
    },
    escalation: {
      found: '里面的连接件已经断裂，手上的配件修不了。先固定好，可以放心使用，请先别受力。',
      needed: '整套连接件一副，两人一起来，约 2 小时。',
    },
    away: {
      drawer: {
        item: '抽屉面板一块',
        condition: '右下角开裂约 6 厘米，拉手已拆下留在家里',
        reason: '现场补不了，带回车间补缝、重做漆面',
        done: '抽屉面板带回车间修，抽屉其余部分调好，可以先用。',
      },
      sofa: {
        item: '沙发坐垫一只（右侧），带内胆',
        condition: '缝线开口约 20 厘米，面料没有污渍',
        reason: '开口太长，要回车间用机器重缝',
        done: '右侧坐垫带回车间重缝，其余两只检查过，没有开线。',
      },
      chair: {
        item: '椅子一把',
        condition: '左后腿榫头松动，椅面完好，没有软垫',
        reason: '榫头要重新胶合、夹紧一天',
        done: '椅子带回车间重新胶合，修好就送回来。',
      },
    },
    back: {
      work: '送回修好的椅子，收回取走凭据',
      done: '椅子修好送回，业主坐过，不晃了，取走凭据已收回。',
      ready: '椅子修好了，约时间送回',
    },
    original: {
      condition: '与报修时一致，包装已换新',
      item: (product) => `换下的${product}`,
    },
    notAtHome: '按门铃两次没人应，门口打了两个电话没人接，等了 25 分钟，门上留了卡片。',
    tooLate: '走的时候才看到鞋柜侧面有一道印子，不确定是不是原来就有',
  },
  en: {
    late: 'One more cupboard to take apart at the stop before',
    stuck: 'A lane of the elevated road is closed',
    damages: [
      'An old scratch in the hall floor by the wall, about 12 cm, there before we carried anything in',
      'Paint chipped off the left door frame, there before we began',
    ],
    extras: {
      hinge: {
        what: 'The hinges of the right-hand door are loose too: two new soft-close hinges',
        minutes: 15,
        price: 6_800,
      },
      shelf: { what: 'One more adjustable shelf inside', minutes: 25, price: 18_000 },
      handle: { what: 'New handles for all three in the row', minutes: 20, price: 9_900 },
      waiting: {
        what: 'A hinge of the next door is cracked as well: two new ones',
        minutes: 20,
        price: 6_800,
      },
    },
    pauses: {
      parts: 'Fetching a runner from the van',
      customer: 'Customer fetches a child from school, back in twenty minutes',
      site: 'The lift is being serviced, waiting for it',
    },
    escalation: {
      found:
        'The connector inside is broken and cannot be mended with what we carry. Made fast and safe to use; please put no weight on it.',
      needed: 'A full set of connectors, two people, about 2 hours.',
    },
    away: {
      drawer: {
        item: 'One drawer front',
        condition: 'Split for 6 cm at the lower right corner; the handle stays at the home',
        reason: 'Cannot be filled on site; to be glued and lacquered in the workshop',
        done: 'Drawer front taken to the workshop. The drawer itself is adjusted and can be used.',
      },
      sofa: {
        item: 'One seat cushion (right), with its filling',
        condition: 'Seam open for about 20 cm, no stains',
        reason: 'Too long to sew by hand, needs the machine',
        done: 'Right cushion taken to be sewn. The other two were checked and are sound.',
      },
      chair: {
        item: 'One chair',
        condition: 'Rear left joint loose, seat sound, no cushion',
        reason: 'The joint must be glued and clamped for a day',
        done: 'Chair taken to the workshop to be glued and clamped.',
      },
    },
    back: {
      work: 'Bring back the mended chair, take back the receipt',
      done: 'Chair brought back and tried by the customer, it no longer rocks. Receipt taken back.',
      ready: 'The chair is mended, arranging its return',
    },
    original: {
      condition: 'As reported; wrapped for transport',
      item: (product) => `Exchanged item: ${product}`,
    },
    notAtHome:
      'Rang the bell twice, phoned twice from the door, waited 25 minutes and left a card on the door.',
    tooLate:
      'Saw a mark on the side of the shoe cabinet when leaving; not sure whether it was there before',
  },
}
