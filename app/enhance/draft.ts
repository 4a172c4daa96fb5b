// PLACEHOLDER
export function keepDrafts() {}
