export default {
  title: '知识库',
}
