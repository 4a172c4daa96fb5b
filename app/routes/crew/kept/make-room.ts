/** Caches whose name begins so hold pictures, which can be loaded again. */
export const picturesPrefix = 'crew-pictures'

/** Gives up what was kept only to be at hand. */
export async function makeRoom(): Promise<void> {
  try {
    const names = await caches.keys()
    await Promise.all(names.filter((name) => name.startsWith(picturesPrefix)).map(empty))
  } catch {
    return
  }
}

/** A cache that is still open somewhere keeps its room when it is deleted; what is taken out of it doesn't. */
async function empty(name: string): Promise<void> {
  const cache = await caches.open(name)
  await Promise.all((await cache.keys()).map((request) => cache.delete(request)))
  await caches.delete(name)
}
