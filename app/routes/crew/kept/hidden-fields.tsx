/** What a form of an entry carries beside what is typed; see `useEntryForm`. */
export function HiddenFields({ kind, submissionKey }: { kind: string; submissionKey: string }) {
  return (
    <>
      <input type="hidden" name="_kind" value={kind} />
      <input type="hidden" name="submissionKey" value={submissionKey} />
    </>
  )
}
