export default {
  title: '服务台',
}
