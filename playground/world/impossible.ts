/** What was asked of the playground cannot be done by that person, there, now. */
export class Impossible extends Error {
  override readonly name = "Impossible"
}
