export default {
  title: '热线',
}
