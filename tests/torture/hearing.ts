import type { Playground } from "../../playground/playground.ts"

/** Resolves the moment a message of the bot has arrived, before the bot can have learnt of it. */
export const nextWord = (playground: Playground): Promise<void> =>
  new Promise((resolve) => {
    const end = playground.onChange((change) => {
      if (change.kind !== "message") return
      const [shown] = playground.transcript({ chat: change.chat, ids: [change.message] })
      if (shown?.from?.isBot !== true) return
      end()
      resolve()
    })
  })

/** Resolves once the bot has said so many things. */
export const allSaid = (playground: Playground, count: number): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (playground.doings().length < count) return
      end()
      resolve()
    }
    // What was done is noted just after it was told.
    const end = playground.onChange(() => setImmediate(look))
    setImmediate(look)
  })
