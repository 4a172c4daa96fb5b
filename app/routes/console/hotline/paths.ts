export const hotlinePath = '/console/hotline'
export const rosterPath = (week?: string) => `${hotlinePath}/roster${week ? `?week=${week}` : ''}`
