/** Work that is never done twice at a time. */
export interface Solo {
  /** Does it, or once more after what is being done now; resolves when all is done. */
  again(): Promise<void>
  readonly isRunning: boolean
}

/** `work` does not throw. */
export const solo = (work: () => Promise<void>): Solo => {
  let running: Promise<void> | null = null
  let wanted = false
  const run = async (): Promise<void> => {
    while (wanted) {
      wanted = false
      await work()
    }
    running = null
  }
  return {
    again: () => {
      wanted = true
      running ??= run()
      return running
    },
    get isRunning() {
      return running !== null
    },
  }
}
