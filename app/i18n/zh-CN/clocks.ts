export default {
  title: '时限',
}
