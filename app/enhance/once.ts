// PLACEHOLDER
export function submitOnce() {}
