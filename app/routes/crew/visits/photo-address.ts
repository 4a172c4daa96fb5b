/** A photo still on the phone is shown from there. */
export const photoAddress = (id: string) => (id.startsWith('blob:') ? id : `/attachments/${id}`)
