/** VS-3, VS-8: the three checks on a visit's page, and what is put right about its record. */
export default {
  inspection: {
    title: '三级检验',
    passed: '通过',
    failed: '不通过',
    result: '验收结果',
    note: '说明',
    noteHint: '不通过时请写明原因，班组照着改，再从自检开始。',
    submit: '记下验收',
    waits: {
      self: '等班组自检。',
      leader: '班组自检过了，等班长复检。',
      inspector: '前两级都过了，等质检验收：由售后负责人或总经理来做。',
    },
  },
  correction: {
    title: '更正这份记录',
    intro: '签过字的内容不能改。更正另写一条，连同您的名字和时间，一直跟在记录后面，顾客也看得到。',
    text: '更正什么',
    textHint: '写明原来怎么写、实际是怎样',
    submit: '加上更正',
    record: '打开签过字的记录',
    count_other: '签字之后有 {{count}} 处更正。',
    by: '{{name}}，{{at}}',
  },
}
