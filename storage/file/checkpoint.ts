import { Low, type Adapter } from "lowdb"
import { readCheckpoint, writeCheckpoint, type Checkpoint } from "./document.ts"

/** The checkpoint file, kept by lowdb; `data` is null when there is none. */
export const checkpointAt = (path: string): Low<Checkpoint | null> => {
  const adapter: Adapter<Checkpoint | null> = {
    read: () => readCheckpoint(path),
    write: async (checkpoint) => {
      if (checkpoint) await writeCheckpoint(path, checkpoint)
    },
  }
  return new Low(adapter, null)
}
