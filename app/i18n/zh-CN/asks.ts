/** The homeowner asks to return or exchange, and reads what was decided. */
export default {
  title: '退换货',
}
