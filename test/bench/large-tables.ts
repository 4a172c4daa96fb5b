/** What grows with the years. */
export const largeTables = [
  'tickets',
  'ticket_events',
  'ticket_messages',
  'ticket_notes',
  'ticket_clocks',
  'ticket_words',
  'visits',
  'customers',
  'orders',
  'order_lines',
]
