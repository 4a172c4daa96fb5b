export const waitingPath = '/console/dispatch/waiting'
