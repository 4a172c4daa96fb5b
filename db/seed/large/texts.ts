import type { Locale } from '#db/vocabulary/locales.ts'
import type { ProblemCategory } from '#db/vocabulary/tickets.ts'

/** Family names by how common they are, and given names; together more than anybody meets twice. */
export const familyNames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余'
export const givenNames =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志远思雨子涵浩然欣怡梓萱宇轩晨曦佳琪雅婷俊熙'
export const englishGiven = [
  'Anna',
  'Ben',
  'Carla',
  'David',
  'Emma',
  'Frank',
  'Grace',
  'Henry',
  'Ivy',
  'Jack',
  'Kate',
  'Liam',
  'Mia',
  'Noah',
  'Olivia',
  'Paul',
  'Rosa',
  'Sam',
  'Tess',
  'Victor',
]
export const englishFamily = [
  'Adams',
  'Baker',
  'Clark',
  'Diaz',
  'Evans',
  'Fischer',
  'Green',
  'Hughes',
  'Ito',
  'Jones',
  'Keller',
  'Lopez',
  'Meyer',
  'Novak',
  'Olsen',
  'Parker',
  'Quinn',
  'Rossi',
  'Smith',
  'Turner',
  'Weber',
  'Young',
]

interface Wording {
  /** Which part of it. */
  parts: readonly string[]
  problems: Record<ProblemCategory, readonly string[]>
  since: readonly string[]
  wishes: readonly string[]
  sentence: (part: string, problem: string, since: string) => string
  asked: readonly string[]
  answered: readonly string[]
  notes: readonly string[]
  work: readonly string[]
  done: readonly string[]
}

/** Parts that sentences are put together from: enough of them that few tickets read alike. */
export const wordings: Record<Locale, Wording> = {
  'zh-CN': {
    parts: [
      '左侧扶手',
      '右侧扶手',
      '靠背',
      '坐垫',
      '抽屉',
      '柜门',
      '背板',
      '台面',
      '铰链',
      '滑轨',
      '脚轮',
      '床头',
      '床板',
      '玻璃门',
      '拉手',
      '踢脚线',
      '门框',
      '锁芯',
      '转角处',
      '接缝处',
      '龙骨',
      '底座',
    ],
    problems: {
      door: ['关不严', '关上又弹开', '推拉很费力', '和地面摩擦', '上下错位'],
      loose: ['摇晃得厉害', '一坐就响', '螺丝松了', '夜里咯吱响', '往一边歪'],
      surface: ['有一道划痕', '起泡了', '掉漆', '颜色发黄', '边上翘起来了'],
      broken: ['裂了一条缝', '断了', '碎了一角', '变形', '被压塌'],
      missing: ['少了两颗螺丝', '没有配拉手', '颜色发错了', '型号不对', '少一块层板'],
      other: ['味道很大', '被水泡过', '有虫眼', '和样品不一样', '说明书看不懂'],
    },
    since: [
      '昨天发现的',
      '安装当天就这样',
      '用了不到一个月',
      '搬动以后开始的',
      '上周保洁时看到',
      '去年修过一次又犯了',
      '孩子发现的',
      '越来越严重',
    ],
    wishes: [
      '麻烦尽快上门',
      '周末在家',
      '请先打电话',
      '白天上班，晚上七点后方便',
      '家里有老人，请轻一点',
      '希望直接换新的',
      '',
    ],
    sentence: (part, problem, since) => `${part}${problem}，${since}。`,
    asked: [
      '请问什么时候能上门？',
      '师傅大概几点到？',
      '照片已经补发了',
      '我改到周六可以吗？',
      '配件到了吗？',
      '已经等了三天了',
    ],
    answered: [
      '您好，已安排师傅联系您',
      '配件预计周五到货，到了马上约您',
      '照片收到，正在核实',
      '已为您改到周六上午',
      '感谢您的耐心，今天给您答复',
    ],
    notes: [
      '电话里客户情绪还好，答应今天回电',
      '仓库确认有现货',
      '同一小区已有两单，建议一起派',
      '保修期内，免费处理',
      '客户希望固定找李师傅',
    ],
    work: ['检查并处理报修的部位', '更换铰链并调平', '修补划痕', '更换破损部件', '重新固定'],
    done: [
      '已调平并拧紧全部螺丝',
      '更换了两副铰链',
      '打蜡修补，客户满意',
      '换上新层板',
      '重新开孔固定，试用正常',
    ],
  },
  en: {
    parts: [
      'the left armrest',
      'the right armrest',
      'the back',
      'the cushion',
      'a drawer',
      'the cupboard door',
      'the back panel',
      'the worktop',
      'a hinge',
      'the runner',
      'the headboard',
      'a slat',
      'the glass door',
      'the handle',
      'the skirting',
      'the frame',
      'the lock',
      'the corner',
      'the joint',
    ],
    problems: {
      door: ['doesn’t close', 'springs open again', 'is hard to slide', 'drags on the floor'],
      loose: ['wobbles', 'creaks when somebody sits down', 'has come loose', 'leans to one side'],
      surface: ['has a scratch', 'is blistering', 'is peeling', 'turned yellow'],
      broken: ['has a crack', 'broke off', 'is chipped', 'is bent'],
      missing: [
        'lacks two screws',
        'came without handles',
        'came in another colour',
        'is the wrong model',
      ],
      other: [
        'smells',
        'got wet',
        'looks different from the showroom',
        'isn’t explained in the manual',
      ],
    },
    since: [
      'since yesterday',
      'since the day it was installed',
      'after less than a month',
      'after we moved it',
      'for a week now',
      'again, though it was repaired last year',
    ],
    wishes: [
      'Please come soon.',
      'We are at home at the weekend.',
      'Please call first.',
      'Evenings after seven are best.',
      '',
    ],
    sentence: (part, problem, since) =>
      `${part} ${problem} ${since}.`.replace(/^./, (first) => first.toUpperCase()),
    asked: [
      'When can somebody come?',
      'What time will the crew be here?',
      'I added the photos.',
      'Could we move it to Saturday?',
      'Has the part arrived?',
    ],
    answered: [
      'A colleague will call you shortly.',
      'The part is due on Friday; we’ll call as soon as it is here.',
      'Thank you for the photos, we are looking into it.',
      'It is moved to Saturday morning.',
    ],
    notes: [
      'Calm on the phone; promised to call back today.',
      'The warehouse has one in stock.',
      'Two more visits in the same street, send them together.',
      'Within warranty.',
    ],
    work: [
      'Look at what was reported and mend it',
      'Replace the hinges and level it',
      'Fill the scratch',
      'Replace the broken part',
    ],
    done: [
      'Levelled, all screws tightened',
      'Two hinges replaced',
      'Filled and waxed',
      'New shelf fitted',
    ],
  },
}

export const tags = [
  'VIP',
  '加急',
  '返修',
  '样品',
  '等配件',
  '投诉风险',
  '老客户',
  '工程单',
] as const
export const cities = [
  '苏州 Suzhou',
  '上海 Shanghai',
  '杭州 Hangzhou',
  '南京 Nanjing',
  '无锡 Wuxi',
  '宁波 Ningbo',
  '合肥 Hefei',
  '常州 Changzhou',
  '南通 Nantong',
  '嘉兴 Jiaxing',
] as const
