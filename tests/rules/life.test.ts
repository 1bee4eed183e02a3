import { expect, test } from "vitest"
import { isComing, isEnded, isUp, isWatched, states } from "../../rules/life.ts"

const those = (fits: (account: { state: (typeof states)[number] }) => boolean) =>
  states.filter((state) => fits({ state }))

test("an account is updated from going live until it is cancelled, but for an approved time offline", () => {
  expect(those(isUp)).toEqual(["live", "unapproved", "offline-unapproved", "closing"])
})

test("every account is before its opening, watched, or over", () => {
  expect(those(isComing)).toEqual(["planned", "applying", "approved", "verifying"])
  expect(those(isWatched)).toEqual(["live", "unapproved", "offline", "offline-unapproved", "closing"])
  expect(those(isEnded)).toEqual(["cancelled", "exited", "ordered-closed", "retired"])
})
