import { unpacker, zipEntries } from "./unzip.ts"
import { zipOf } from "./zip.ts"

/** Packs an archive of ours anew, part by part as it should be: the same content then always gives the same bytes. */
export const packedAnew = async (
  archive: Buffer,
  mend: (path: string, content: Buffer) => Buffer,
): Promise<Buffer> => {
  const entries = zipEntries(archive)
  const unpack = unpacker(archive, entries)
  const contents: Record<string, Buffer> = {}
  for (const path of entries.keys()) {
    const content = path.endsWith("/") ? null : await unpack(path, Infinity)
    if (content) contents[path] = mend(path, content)
  }
  return zipOf(contents, "packed")
}
