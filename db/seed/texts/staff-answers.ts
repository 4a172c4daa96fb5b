import type { AnswerText } from './answers.ts'

/** What colleagues tell each other; the demo's. */
export const staffAnswers: readonly AnswerText[] = [
  {
    slug: 'sliding-door-jumps-its-track',
    categories: ['door'],
    zh: {
      title: '推拉门跳轨：电话里先问什么',
      problem: '顾客说推拉门从轨道上掉下来，或者推到一半卡住。',
      cause: '多半是下滑轮松了，或者轨道里有异物；门板变形的不到一成。',
      solution:
        '1. 先请顾客别硬推，扶稳门板。\n2. 问清是上轨还是下轨，能不能看到滑轮。\n3. 下轨有异物的，请顾客清掉再轻推一次；还不行，约维修上门，备 D240 滑轮一副。\n4. 门板有裂的按 1 级处理，当天上门。',
    },
    en: {
      title: 'Sliding door off its track: what to ask on the phone',
      problem: 'The customer says a sliding door fell off its track or sticks half way.',
      cause:
        'Mostly a loose lower roller or dirt in the track; a warped panel in fewer than one in ten.',
      solution:
        '1. Ask the customer not to force it and to steady the panel.\n2. Ask which track, upper or lower, and whether a roller can be seen.\n3. With dirt in the lower track, let them clear it and push gently once more; if that does not help, book a repair visit and bring a pair of D240 rollers.\n4. A cracked panel is severity 1: same day.',
    },
  },
  {
    slug: 'stain-on-quartz',
    categories: ['surface'],
    zh: {
      title: '石英石台面渗色：保修怎么算',
      problem: '台面上有酱油、茶、颜料渗进去的印子。',
      cause: '表面的养护层磨掉以后，深色液体留得久就会渗进去。',
      solution:
        '1. 先请顾客用中性清洁剂加温水擦，别用漂白水和钢丝球。\n2. 擦不掉的约上门打磨，三年内第一次免费。\n3. 高温烫出的白印不在保修内，上门前先报价。',
    },
    en: {
      title: 'Stains in a quartz worktop: what the warranty covers',
      problem: 'Soy sauce, tea or dye has left a mark in the worktop.',
      cause: 'Once the sealing has worn off, dark liquids left standing sink in.',
      solution:
        '1. Let the customer try warm water and a mild cleaner first; no bleach, no steel wool.\n2. If it stays, book a visit to polish it; the first one within three years is free.\n3. White marks from hot pots are not covered: give a price before the visit.',
    },
  },
]

/** Begun, and not yet for anybody to read. */
export const draftAnswer: AnswerText = {
  slug: 'answer-about-mattresses',
  categories: ['surface'],
  zh: {
    title: '床垫中间有凹痕，是质量问题吗？',
    problem: '新床垫睡了几个月，睡的地方比旁边低一点。',
    solution: '',
  },
  en: { title: 'Answer about mattresses', solution: '' },
}
