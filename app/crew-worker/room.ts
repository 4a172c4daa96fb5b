import { makeRoom } from '#app/routes/crew/kept/make-room.ts'

/** Where there is no room for it, the pictures that are kept go first. */
export async function putOrMakeRoom(
  cache: Cache,
  address: string,
  response: Response,
): Promise<void> {
  try {
    await cache.put(address, response.clone())
  } catch (error) {
    if (!isFull(error)) throw error
    await makeRoom()
    await cache.put(address, response)
  }
}

export const isFull = (error: unknown) =>
  error instanceof DOMException && error.name === 'QuotaExceededError'
