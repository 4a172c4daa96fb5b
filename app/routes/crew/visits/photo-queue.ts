import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { RefusalBody } from '#app/platform/http.server.ts'
import type { UploadRefusal } from '#app/platform/images.server.ts'
import { hasFailed, newSubmissionKey, replyOf } from '../sending.ts'
import { useOnlineAgain } from './online-again.ts'
import { shrinkPhoto } from './shrink-photo.ts'

interface Waiting {
  key: string
  name: string
  file: Blob
  preview: string
  state: 'sending' | 'failed'
}

/** Sends photos one after the other, each under a key of its own; one that fails stays and can be sent again. */
export function usePhotoQueue(action: string, stage: string) {
  const fetcher = useFetcher()
  const [waiting, setWaiting] = useState<Waiting[]>([])
  const [inHand, setInHand] = useState<string | null>(null)
  const [done, setDone] = useState(0)
  const [refused, setRefused] = useState<{ name: string; reason: UploadRefusal }[]>([])
  const [refusal, setRefusal] = useState<RefusalBody | null>(null)
  const next = waiting.find((photo) => photo.state === 'sending')
  const idle = fetcher.state === 'idle'

  useEffect(() => {
    if (!next || inHand !== null || !idle) return
    const form = new FormData()
    form.set('stage', stage)
    form.set('submissionKey', next.key)
    form.set('live', '1')
    form.set('photos', next.file, next.name)
    setInHand(next.key)
    void fetcher.submit(form, { method: 'post', action, encType: 'multipart/form-data' })
  }, [next, inHand, idle, fetcher, action, stage])

  useEffect(() => {
    if (inHand === null || !idle || fetcher.data === undefined) return
    const reply: unknown = fetcher.data
    const failed = hasFailed(reply)
    setInHand(null)
    setDone((count) => count + 1)
    setWaiting((photos) =>
      failed
        ? photos.map((photo) => (photo.key === inHand ? { ...photo, state: 'failed' } : photo))
        : photos.filter((photo) => photo.key !== inHand),
    )
    if (typeof reply === 'object' && reply !== null && 'refused' in reply) {
      setRefused((before) => [...before, ...(reply.refused as typeof before)])
    }
    setRefusal(replyOf(reply)?.refusal ?? null)
    // A reply belongs to the photo in hand; the effect must run once for each.
  }, [idle, inHand, fetcher.data])

  const failed = waiting.filter((photo) => photo.state === 'failed').length
  const open = waiting.length - failed
  const retry = () => {
    setDone(0)
    setWaiting((photos) => photos.map((photo) => ({ ...photo, state: 'sending' })))
  }
  useOnlineAgain(() => {
    if (failed > 0) retry()
  })
  return {
    waiting,
    failed,
    refused,
    refusal,
    sending: open > 0,
    done,
    all: done + open,
    add: (files: File[]) => {
      setRefused([])
      setDone(0)
      void Promise.all(files.map(prepared)).then((photos) =>
        setWaiting((before) => [...before, ...photos]),
      )
    },
    retry,
  }
}

async function prepared(file: File): Promise<Waiting> {
  const small = await shrinkPhoto(file)
  return {
    key: newSubmissionKey(),
    name: file.name,
    file: small,
    preview: URL.createObjectURL(small),
    state: 'sending',
  }
}
