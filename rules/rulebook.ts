import { z } from "zod"

/** A rulebook as it was when it was last read from its file. */
export const StoredRulebook = z.object({ id: z.string(), book: z.unknown() }).readonly()
export type StoredRulebook = z.output<typeof StoredRulebook>
