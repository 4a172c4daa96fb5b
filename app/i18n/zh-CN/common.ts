/** Words that every surface uses. */
export default {
  brand: '上门',
  skip: '跳到正文',
  back: '返回',
  save: '保存',
  send: '发送',
  cancel: '取消',
  change: '修改',
  errorPrefix: '错误：',
  errorTitle: '错误：{{title}}',
  problems_other: '有 {{count}} 处要改',
  otherLanguage: 'English',
  firstCall: '客服 {{minutes}} 分钟内给您打电话；电话里解决不了，就约师傅上门。',
  firstCallLater: '客服从 {{from}} 起给您打电话；电话里解决不了，就约师傅上门。',
}
