import type { ReactNode } from 'react'
import { Body, Container, Head, Heading, Html, Preview, Text } from '@react-email/components'
import type { Locale } from '#db/vocabulary/locales.ts'
import { darkCss, look } from './look.ts'

type LayoutProps = {
  locale: Locale
  title: string
  preview: string
  brand: string
  heading: string
  greeting: string
  footer: string[]
  children: ReactNode
}

export function Layout(props: LayoutProps) {
  return (
    <Html lang={props.locale}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{props.title}</title>
        <style>{darkCss}</style>
      </Head>
      <Body className="ground" style={look.body}>
        <Preview>{props.preview}</Preview>
        <Container style={look.container}>
          <Text className="accent" style={look.brand}>
            {props.brand}
          </Text>
          <Card>
            <Heading as="h1" className="ink" style={look.heading}>
              {props.heading}
            </Heading>
            <Text className="ink" style={look.prose}>
              {props.greeting}
            </Text>
            {props.children}
          </Card>
          <Footer lines={props.footer} />
        </Container>
      </Body>
    </Html>
  )
}

function Card({ children }: { children: ReactNode }) {
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      className="surface"
      style={look.card}
    >
      <tbody>
        <tr>
          <td style={look.cardCell}>{children}</td>
        </tr>
      </tbody>
    </table>
  )
}

function Footer({ lines }: { lines: string[] }) {
  return (
    <div style={look.footer}>
      {lines.map((line) => (
        <Text key={line} className="muted" style={look.footerLine}>
          {line}
        </Text>
      ))}
    </div>
  )
}
