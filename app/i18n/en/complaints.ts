import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/complaints.ts'

export default {
  title: 'Complaints',
  about: { product: 'Product', service: 'Service', conduct: 'Conduct' },
  status: {
    open: 'To handle',
    investigating: 'Being looked into',
    answered: 'Awaiting the customer’s verdict',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
  verdict: { content: 'Content', not_content: 'Not content' },
  fault: {
    quarrel: 'Quarrelled with a customer',
    demands: 'Asked for goods or made improper demands',
    not_served: 'Did not serve in time for personal reasons',
    repeated_repair: 'Repaired the same problem again for personal reasons',
    not_arrived: 'Failed to arrive as agreed for personal reasons',
    passed_on: 'Handed a customer on without cause',
  },
  faultStatus: {
    raised: 'Waits for their answer',
    answered: 'Answered, to be decided',
    verified: 'Verified',
    dismissed: 'Dismissed',
  },
} satisfies Translation<typeof zh>
