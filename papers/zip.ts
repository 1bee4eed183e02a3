import { crc32, deflateRawSync } from "node:zlib"

/** The signatures of an archive's parts, and the two ways of packing that occur. */
export const END = 0x06054b50
export const CENTRAL = 0x02014b50
export const LOCAL = 0x04034b50
export const STORED = 0
export const DEFLATED = 8

/** 1980-01-01 00:00, the first moment an archive can name: the same content always gives the same bytes. */
const FIRST_DAY = 0x0021_0000

/** An archive of these contents. */
export const zipOf = (contents: Readonly<Record<string, Buffer>>, packed: "packed" | "stored"): Buffer => {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [path, content] of Object.entries(contents)) {
    const name = Buffer.from(path)
    const body = packed === "packed" ? deflateRawSync(content) : content
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(packed === "packed" ? DEFLATED : STORED, 4)
    shared.writeUInt32LE(FIRST_DAY, 6)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(body.length, 14)
    shared.writeUInt32LE(content.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([signature(LOCAL), shared, name, body])
    const central = Buffer.concat([signature(CENTRAL), Buffer.from([20, 0]), shared, Buffer.alloc(14), name])
    central.writeUInt32LE(offset, 42)
    locals.push(local)
    centrals.push(central)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(centrals.length, 8)
  end.writeUInt16LE(centrals.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const signature = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
