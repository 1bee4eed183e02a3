import { deflateSync } from "node:zlib"

/** The beginning of a picture, which is all that anybody looks at. */
export const PHOTO = (() => {
  const bytes = Buffer.alloc(64)
  Buffer.from("89504e470d0a1a0a", "hex").copy(bytes)
  bytes.writeUInt32BE(90, 16)
  bytes.writeUInt32BE(60, 20)
  deflateSync(Buffer.alloc(8)).copy(bytes, 40)
  return new Uint8Array(bytes)
})()
