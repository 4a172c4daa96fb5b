/** Why something was not done: one clear sentence each. Keys are DomainError codes. */
export default {
  notFound: '没有找到这个页面或这条记录。',
  forbidden: '您的岗位不能做这件事。',
  ticketChanged: '刚才有同事改过这张工单。您填的还在下面，请看过最新情况再保存。',
  ticketNotInState: '这张工单现在的状态不能这样做，请刷新看看最新情况。',
}
