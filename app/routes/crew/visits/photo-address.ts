/** It hasn't been sent yet, or the page hasn't heard of it. */
export const isOnPhone = (id: string) => /^(blob|data):/.test(id)

/** A picture still on the phone is shown from there. */
export const photoAddress = (id: string) => (isOnPhone(id) ? id : `/attachments/${id}`)
