import { Fragment, type ReactNode } from 'react'
import { Button, Heading, Link, Text } from '@react-email/components'
import type { EmailWords } from '#app/i18n/zh-CN/emails.ts'
import { paragraphsOf } from './inert.ts'
import { look } from './look.ts'

export function Paragraph({ children }: { children: string }) {
  return (
    <Text className="ink" style={look.prose}>
      {children}
    </Text>
  )
}

export function SmallPrint({ children }: { children: string }) {
  return (
    <Text className="muted" style={look.small}>
      {children}
    </Text>
  )
}

export function Subheading({ children }: { children: string }) {
  return (
    <Heading as="h2" className="ink" style={look.subheading}>
      {children}
    </Heading>
  )
}

/** What a person typed, with their line breaks. */
export function Written({ children }: { children: string }) {
  return paragraphsOf(children).map((lines, index) => (
    <Text key={index} dir="auto" className="ink" style={look.prose}>
      <Lines lines={lines} />
    </Text>
  ))
}

/** A person's words set apart from ours. */
export function Quote({ children }: { children: string }) {
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      className="sunken"
      style={look.quote}
    >
      <tbody>
        <tr>
          <td style={look.quoteCell}>
            <Written>{children}</Written>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** Labelled values; one without a value is left out. */
export function Facts({ words, rows }: { words: EmailWords; rows: [string, string][] }) {
  return (
    <table cellPadding={0} cellSpacing={0} style={look.facts}>
      <tbody>
        {rows
          .filter(([, value]) => value.trim() !== '')
          .map(([label, value]) => (
            <tr key={label} className="fact">
              <th scope="row" align="left" className="fact-label muted rule" style={look.factLabel}>
                {words.common.label({ label })}
              </th>
              <td className="fact-value ink rule" style={look.factValue}>
                <Lines lines={paragraphsOf(value).flat()} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

/** The one thing to press, and the same address bare; the text part shows it once. */
export function Action({ words, url, children }: Pressable) {
  return (
    <>
      <div style={look.action}>
        <Button href={url} className="button" style={look.button}>
          {children}
        </Button>
      </div>
      <div data-skip-in-text="true">
        <Text className="muted" style={look.small}>
          {words.common.bareLink}
          <br />
          <BareLink url={url} />
        </Text>
      </div>
    </>
  )
}

export function TrackAction({ words, url, children }: Pressable) {
  return (
    <>
      <Action words={words} url={url}>
        {children}
      </Action>
      <SmallPrint>{words.common.privateLink}</SmallPrint>
    </>
  )
}

export function LinkLine({ url, children }: { url: string; children: string }) {
  return (
    <Text className="ink" style={look.prose}>
      {children}
      <br />
      <BareLink url={url} />
    </Text>
  )
}

type Pressable = { words: EmailWords; url: string; children: string }

function BareLink({ url }: { url: string }) {
  return (
    <Link href={url} className="accent" style={look.link}>
      {url}
    </Link>
  )
}

function Lines({ lines }: { lines: string[] }): ReactNode {
  return lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ))
}
