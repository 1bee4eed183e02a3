/** What whoever starts the bot lends the playground, so that turning the clock lets the bot work step by step. */
export interface Watch {
  /** Resolves once nothing is under way: no update being worked on, nothing due undone, nothing being sent. */
  settle(): Promise<void>
  /** When the next thing falls due, by the playground's clock; null when nothing waits. */
  nextDue(): Promise<number | null>
  /** Says that the clock was moved: look again at what is due. */
  wake(): void
}
