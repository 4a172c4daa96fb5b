export interface Owner {
  name: string
  token: string
}

export type Answer =
  | { kind: 'kept'; id: string }
  | { kind: 'refused'; sentence: string }
  | { kind: 'lost' }
  | { kind: 'stopped' }

const address = '/resources/report-photos'

/** Sends one photo; `progress` is told percents, 100 while the server looks at it. XHR, because fetch can't tell how far an upload is. */
export function sendPhoto(
  owner: Owner,
  photo: Blob,
  name: string,
  progress: (percent: number) => void,
): { stop: () => void; answer: Promise<Answer> } {
  const request = new XMLHttpRequest()
  const body = new FormData()
  body.append(owner.name, owner.token)
  body.append('photos', photo, name)
  const answer = new Promise<Answer>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      progress(Math.floor((loaded / total) * 100)),
    )
    request.addEventListener('load', () => resolve(read(request)))
    request.addEventListener('error', () => resolve({ kind: 'lost' }))
    request.addEventListener('timeout', () => resolve({ kind: 'lost' }))
    request.addEventListener('abort', () => resolve({ kind: 'stopped' }))
  })
  request.timeout = 180_000
  request.open('POST', address)
  request.send(body)
  return { stop: () => request.abort(), answer }
}

function read(request: XMLHttpRequest): Answer {
  try {
    const said = JSON.parse(request.responseText) as { id?: string; error?: string }
    if (request.status === 201 && said.id) return { kind: 'kept', id: said.id }
    if (request.status < 500 && said.error) return { kind: 'refused', sentence: said.error }
  } catch {
    // Something between us and the server answered: as good as lost.
  }
  return { kind: 'lost' }
}

/** @returns whether it is gone */
export async function removePhoto(owner: Owner, id: string): Promise<boolean> {
  const body = new FormData()
  body.append(owner.name, owner.token)
  body.append('remove', id)
  try {
    return (await fetch(address, { method: 'POST', body })).ok
  } catch {
    return false
  }
}
