/** Complaints, faults and people's records, on the console. */
export default {
  title: '投诉',
  about: { product: '产品', service: '服务', conduct: '人员' },
  status: {
    open: '待处理',
    investigating: '调查中',
    answered: '等顾客评价',
    closed: '已办结',
    withdrawn: '已撤回',
  },
  verdict: { content: '满意', not_content: '不满意' },
  fault: {
    quarrel: '和顾客争吵',
    demands: '向顾客索要或提不当要求',
    not_served: '因个人原因不及时服务',
    repeated_repair: '因个人原因同一问题反复维修',
    not_arrived: '因个人原因没有按约到达',
    passed_on: '无故推诿顾客',
  },
  faultStatus: {
    raised: '等本人回答',
    answered: '已回答，待认定',
    verified: '成立',
    dismissed: '不成立',
  },
}
