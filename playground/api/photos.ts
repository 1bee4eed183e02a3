import { bytesOf, type Stored } from "../world/files.ts"
import type { PhotoSize } from "../world/shapes.ts"
import { badRequest } from "./refusal.ts"

const LARGEST = 10 * 1024 * 1024
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG as Telegram takes it as a photo: of at most 10 MB, not too wide and high together, nor too long and thin. */
export const photoOf = (file: Stored): PhotoSize => {
  const bytes = Buffer.from(bytesOf(file))
  if (bytes.length > LARGEST) throw badRequest("file is too big")
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(PNG)) throw badRequest("IMAGE_PROCESS_FAILED")
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const isThin = Math.max(width, height) > 20 * Math.min(width, height)
  if (width + height > 10_000 || isThin) throw badRequest("PHOTO_INVALID_DIMENSIONS")
  const { file_id, file_unique_id, file_size } = file.document
  return { file_id, file_unique_id, width, height, file_size }
}
