import { useState } from 'react'
import type { WhyNot } from '../kept/entry.ts'
import { useRecord } from '../kept/use-kept.ts'
import { shrinkPhoto } from './shrink-photo.ts'

export interface NotKept {
  name: string
  why: WhyNot
}

/** Keeps photos on the phone one after the other, each an entry of its own; one that can't be kept stops no other. */
export function usePhotoQueue(visitId: number, stage: string) {
  const record = useRecord(visitId)
  const [open, setOpen] = useState(0)
  const [notKept, setNotKept] = useState<NotKept[]>([])

  async function keep(file: File): Promise<WhyNot | null> {
    const form = new FormData()
    form.set('stage', stage)
    form.set('photos', await shrinkPhoto(file), file.name)
    const recorded = await record('photo', form)
    return recorded.kept ? null : recorded.why
  }

  async function add(files: File[]) {
    setNotKept([])
    setOpen((count) => count + files.length)
    for (const file of files) {
      const why = await keep(file)
      if (why) setNotKept((before) => [...before, { name: file.name, why }])
      setOpen((count) => count - 1)
    }
  }
  return { open, notKept, add }
}
