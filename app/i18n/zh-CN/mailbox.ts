export default {
  title: '来信',
}
