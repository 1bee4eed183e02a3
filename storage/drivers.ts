import type { Driver } from "./driver.ts"
import { openFile } from "./file.ts"
import { openMemory } from "./memory.ts"

/** Every driver; the contract suite runs over all of them. */
export const drivers: readonly Driver[] = [
  { name: "memory", lasting: false, open: openMemory },
  { name: "file", lasting: true, open: openFile },
]
