import type { Role } from '#db/vocabulary/roles.ts'

interface Person {
  /** Before the `@demo.test`. */
  account: string
  name: string
  role: Role
  /** Places in the lists of stores and crews, from 1. */
  store?: number
  crew?: number
}

/** Those of `sign-ins.ts`. */
export const shownPeople: readonly Person[] = [
  { account: 'desk', name: '陈静', role: 'desk' },
  { account: 'dispatch', name: '何佳', role: 'dispatcher' },
  { account: 'crew1', name: '王海涛', role: 'crew', crew: 1 },
  { account: 'crew2', name: '朱晓峰', role: 'crew', crew: 2 },
  { account: 'caller', name: '吴倩', role: 'caller' },
  { account: 'manager', name: '陈国栋', role: 'aftersales_manager' },
  { account: 'store1', name: '沈蕾', role: 'store_manager', store: 1 },
  { account: 'warehouse', name: '欧阳明', role: 'warehouse' },
  { account: 'sales', name: '顾婷婷', role: 'store_guide', store: 1 },
  { account: 'admin', name: 'Grace Lim', role: 'admin' },
]

export const morePeople: readonly Person[] = [
  { account: 'zhou.min', name: '周敏', role: 'desk' },
  { account: 'tang.liang', name: '唐亮', role: 'crew', crew: 1 },
  { account: 'sun.desheng', name: '孙德胜', role: 'crew', crew: 2 },
  { account: 'liu.zhigang', name: '刘志刚', role: 'crew', crew: 3 },
  { account: 'li.qiang', name: '李强', role: 'crew', crew: 4 },
  { account: 'ma.jun', name: '马俊', role: 'crew', crew: 4 },
  { account: 'zhang.guangping', name: '张广平', role: 'crew', crew: 5 },
  { account: 'xu.hai', name: '徐海', role: 'crew', crew: 6 },
  { account: 'david.he', name: 'David He', role: 'crew', crew: 7 },
  { account: 'luo.cheng', name: '罗成', role: 'crew', crew: 8 },
  { account: 'shen.jie', name: '沈杰', role: 'crew', crew: 9 },
  { account: 'jin.bo', name: '金波', role: 'crew', crew: 9 },
  { account: 'lu.yong', name: '陆勇', role: 'crew', crew: 10 },
  { account: 'ni.chao', name: '倪超', role: 'crew', crew: 11 },
  { account: 'tang.feng', name: '唐峰', role: 'crew', crew: 12 },
  { account: 'yan.li', name: '严丽', role: 'crew', crew: 13 },
  { account: 'store2', name: '毛俊杰', role: 'store_manager', store: 2 },
  { account: 'store3', name: '龚雪', role: 'store_manager', store: 3 },
]

/** Of the head office: they sign in, and no ticket of the demo goes through their hands. */
export const headOffice: readonly Person[] = [
  { account: 'general', name: '林伟民', role: 'general_manager' },
  { account: 'purchase', name: '宋佳', role: 'purchaser' },
]

export const emailOf = (account: string) => `${account}@demo.test`

/** Who sold what, by store; named on the contracts only. */
export const guides: readonly (readonly string[])[] = [
  ['顾婷婷', '陆敏'],
  ['蒋伟', '曾丽华'],
  ['范晓东', '彭丽'],
]
