// PLACEHOLDER
export function sendPhotos() {}
