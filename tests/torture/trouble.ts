import type { Playground } from "../../playground/playground.ts"
import type { Dice } from "./dice.ts"

const TROUBLES = [
  "lostAnswer",
  "lostAnswer",
  "halfAnswer",
  "reset",
  "serverError",
  "badGateway",
  "tooMany",
  "slow",
] as const

/** The way to Telegram is bad, too. */
export const trouble = (playground: Playground, dice: Dice): void => {
  const methods = [dice.one(["sendMessage", "sendMessage", "editMessageText", "answerCallbackQuery"])]
  const kind = dice.one(TROUBLES)
  const roll = dice.next()
  if (roll < 0.2) playground.repeatUpdates(2)
  else if (roll < 0.25) playground.unreachable(200 + dice.below(800))
  else playground.fault({ kind, times: 1, methods, retryAfter: 1, delay: dice.below(600) })
}
