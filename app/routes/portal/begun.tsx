import { Notice } from '#app/ui/portal/notices.tsx'

/** The way back to a form this browser began; a script that remembers one shows it. */
export function Begun({ words, carryOn, href }: { words: string; carryOn: string; href: string }) {
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
      </Notice>
    </div>
  )
}
