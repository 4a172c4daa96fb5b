/** So long a move can be undone before the customer is told. */
export const graceSeconds = 60
