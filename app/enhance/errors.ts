// PLACEHOLDER
export function focusErrors() {}
