// PLACEHOLDER
export async function loadDemo(_db: unknown, _options: { now: Date }): Promise<void> {}
