/** What is wrong with one field, said beside it. Keys are the messages of the zod schemas. */
export default {
  required: '请填写这一项',
  choose: '请选一项',
  tooLong: '太长了，请写短一些',
  format: '格式不对，请再看看',
  phone: '请填写能打通的电话号码',
  email: '请填写正确的邮箱，例如 name@example.com',
}
