import type { CSSProperties } from 'react'

/** Mail clients know no custom properties: the light values of `app/ui/tokens.css`, in figures. */
const colour = {
  ground: '#f7f5f1',
  surface: '#ffffff',
  sunken: '#f0ede7',
  line: '#e1dcd3',
  ink: '#1d211f',
  muted: '#565c58',
  accent: '#0b5d4b',
  onAccent: '#ffffff',
}

const font =
  "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif"

const prose: CSSProperties = {
  margin: '0 0 16px',
  fontSize: '16px',
  lineHeight: '1.6',
  color: colour.ink,
}

export const look = {
  body: { backgroundColor: colour.ground, margin: '0', padding: '24px 12px', fontFamily: font },
  container: { maxWidth: '600px', wordBreak: 'break-word', overflowWrap: 'anywhere' },
  brand: {
    margin: '0 0 12px',
    padding: '0 4px',
    fontSize: '16px',
    lineHeight: '1.6',
    fontWeight: 600,
    color: colour.accent,
  },
  card: {
    backgroundColor: colour.surface,
    border: `1px solid ${colour.line}`,
    borderRadius: '10px',
    borderCollapse: 'separate',
  },
  cardCell: { padding: '24px 20px 8px' },
  heading: { margin: '0 0 16px', fontSize: '22px', lineHeight: '1.4', color: colour.ink },
  subheading: { margin: '24px 0 8px', fontSize: '18px', lineHeight: '1.4', color: colour.ink },
  prose,
  small: { ...prose, fontSize: '14px', color: colour.muted },
  quote: {
    margin: '0 0 16px',
    backgroundColor: colour.sunken,
    borderLeft: `4px solid ${colour.accent}`,
    borderRadius: '6px',
    borderCollapse: 'separate',
  },
  quoteCell: { padding: '16px 16px 0' },
  facts: { margin: '0 0 16px', width: '100%', borderCollapse: 'collapse' },
  factLabel: {
    padding: '8px 16px 8px 0',
    whiteSpace: 'nowrap',
    fontWeight: 400,
    verticalAlign: 'top',
    fontSize: '16px',
    lineHeight: '1.6',
    color: colour.muted,
    borderTop: `1px solid ${colour.line}`,
  },
  factValue: {
    padding: '8px 0',
    width: '100%',
    verticalAlign: 'top',
    fontSize: '16px',
    lineHeight: '1.6',
    color: colour.ink,
    borderTop: `1px solid ${colour.line}`,
  },
  action: { margin: '8px 0 24px' },
  button: {
    backgroundColor: colour.accent,
    color: colour.onAccent,
    borderRadius: '10px',
    fontSize: '18px',
    fontWeight: 600,
    padding: '15px 32px',
  },
  link: { color: colour.accent, textDecoration: 'underline', wordBreak: 'break-all' },
  footer: { padding: '20px 4px 0' },
  footerLine: { margin: '0 0 4px', fontSize: '14px', lineHeight: '1.6', color: colour.muted },
} satisfies Record<string, CSSProperties>

/** The dark values. Written without quotes and `>`: React escapes them inside a style element. */
export const darkCss = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background-color: #131614 !important; }
  .ground td { background-color: transparent !important; }
  .surface { background-color: #1b1f1d !important; border-color: #313733 !important; }
  .sunken { background-color: #0f1110 !important; border-color: #63c7ad !important; }
  .ink { color: #ebe9e4 !important; }
  .muted { color: #a7ada8 !important; }
  .rule { border-color: #313733 !important; }
  .accent { color: #63c7ad !important; }
  .button { background-color: #63c7ad !important; color: #06231b !important; }
}
`
