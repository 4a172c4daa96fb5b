export default {
  title: '查找',
}
