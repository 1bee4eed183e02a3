/** What the person who pressed a button was shown. */
export interface Answer {
  /** False when the bot said nothing: the button's spinner simply stopped. */
  readonly answered: boolean
  readonly text: string | null
  /** True for a box that has to be closed by hand. */
  readonly alert: boolean
  readonly url: string | null
}

export const silence: Answer = { answered: false, text: null, alert: false, url: null }

interface Query {
  readonly at: number
  readonly show: (answer: Answer) => void
  answered: boolean
}

/** Button presses that wait for answerCallbackQuery. */
export interface Queries {
  /** Opens a press; `show` is called once, with what the bot answered. */
  open(now: number, show: (answer: Answer) => void): string
  /** False when the press is unknown or too old. */
  answer(id: string, now: number, answer: Answer): boolean
}

export const createQueries = (lifetime: number): Queries => {
  const queries = new Map<string, Query>()
  let count = 0
  return {
    open: (now, show) => {
      count += 1
      const id = String(4_300_000_000_000_000 + count)
      queries.set(id, { at: now, show, answered: false })
      if (queries.size > 20_000) {
        const oldest = queries.keys().next().value
        if (oldest !== undefined) queries.delete(oldest)
      }
      return id
    },
    answer: (id, now, answer) => {
      const query = queries.get(id)
      if (query === undefined || now - query.at > lifetime) return false
      if (!query.answered) query.show(answer)
      query.answered = true
      return true
    },
  }
}
