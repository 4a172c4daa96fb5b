/** Caches whose name begins so hold pictures, which can be loaded again. */
export const picturesPrefix = 'crew-pictures'

/** Gives up what was kept only to be at hand. */
export async function makeRoom(): Promise<void> {
  try {
    const names = await caches.keys()
    await Promise.all(
      names.filter((name) => name.startsWith(picturesPrefix)).map((name) => caches.delete(name)),
    )
  } catch {
    return
  }
}
