import { crc32 } from 'node:zlib'

export interface ZipEntry {
  /** A relative path with forward slashes. */
  name: string
  bytes: Buffer
}

const utf8 = 0x0800
/** 1 January 1980, midnight: an archive of the same is the same. */
const dosDate = 0x21

/**
 * An archive of files as they are, piece by piece; pictures don't get smaller. No entry and no archive of 4 GB or more.
 */
export async function* zipOf(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let offset = 0
  for await (const { name, bytes } of entries) {
    const path = Buffer.from(name, 'utf8')
    const facts = factsOf(path, bytes)
    const local = Buffer.concat([signature(0x04034b50), facts, path])
    directory.push(Buffer.concat([signature(0x02014b50), version, facts, placeOf(offset), path]))
    offset += local.length + bytes.length
    yield local
    yield bytes
  }
  const listed = Buffer.concat(directory)
  yield listed
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  yield end
}

const version = Buffer.from([20, 0])

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** What a local header and its line in the directory have in common. */
function factsOf(path: Buffer, bytes: Buffer): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(utf8, 2)
  facts.writeUInt16LE(0, 4)
  facts.writeUInt16LE(0, 6)
  facts.writeUInt16LE(dosDate, 8)
  facts.writeUInt32LE(crc32(bytes), 10)
  facts.writeUInt32LE(bytes.length, 14)
  facts.writeUInt32LE(bytes.length, 18)
  facts.writeUInt16LE(path.length, 22)
  facts.writeUInt16LE(0, 24)
  return facts
}

/** The rest of a line in the directory: no comment, one disk, no attributes, and where the entry begins. */
function placeOf(offset: number): Buffer {
  const place = Buffer.alloc(14)
  place.writeUInt32LE(offset, 10)
  return place
}
