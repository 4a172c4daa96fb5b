import { TextButton } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'

/** The way back to a form this browser began; a script that remembers one shows it. */
export function Begun({
  words,
  carryOn,
  forget,
  href,
}: {
  words: string
  carryOn: string
  forget: string
  href: string
}) {
  return (
    <div className="begun" data-begun hidden>
      <Notice icon="clock">
        <p>
          {words}
          <b data-begun-about />
        </p>
        <p>
          <a href={href}>{carryOn}</a>
        </p>
        <p>
          <TextButton type="button" data-begun-forget>
            {forget}
          </TextButton>
        </p>
      </Notice>
    </div>
  )
}
