import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP archive of these files; `claim` is what it says of their unpacked size. */
export function zip(
  files: Record<string, string | Buffer>,
  { stored = false, claim }: { stored?: boolean; claim?: number } = {},
): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text)
    const packed = stored ? content : deflateRawSync(content)
    const path = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(stored ? 0 : 8, 4)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(claim ?? content.length, 18)
    facts.writeUInt16LE(path.length, 22)
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), facts, path, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, rest, path]))
    bodies.push(body)
    offset += body.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, entries, end])
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** A date as Excel keeps it: a number with a style. */
export const excelDate = (serial: number) => ({ serial })
type Cell = string | number | null | { serial: number }

/** The parts of a workbook as Excel writes them: shared strings, styles, one sheet. `null` is no cell at all. */
export function workbookParts(rows: Cell[][]): Record<string, string> {
  const strings: string[] = []
  const cellXml = (cell: Cell, address: string) => {
    if (cell === null) return ''
    if (typeof cell === 'object') return `<c r="${address}" s="1"><v>${cell.serial}</v></c>`
    if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
    strings.push(cell)
    return `<c r="${address}" t="s"><v>${strings.length - 1}</v></c>`
  }
  const letter = (i: number) => String.fromCharCode(65 + i)
  const rowsXml = rows
    .map((row, r) => {
      const cells = row.map((cell, c) => cellXml(cell, `${letter(c)}${r + 1}`)).join('')
      return cells && `<row r="${r + 1}" spans="1:${row.length}">${cells}</row>`
    })
    .join('')
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr/><sheets><sheet name="合同" sheetId="7" r:id="rId3"/><sheet name="另一张" sheetId="8" r:id="rId4"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId4" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="${relationships}/worksheet" Target="worksheets/sheet9.xml"/></Relationships>`,
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${declaration}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
    'xl/worksheets/sheet9.xml': `${declaration}<worksheet xmlns="${main}"><dimension ref="A1"/><sheetData>${rowsXml}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}">${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  }
}

export const workbook = (rows: Cell[][]) => zip(workbookParts(rows))
