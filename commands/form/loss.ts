import type { Instant } from "../../rules/time.ts"
import type { Reported } from "../../services/losses.ts"
import { press, type Reply, say, type Scene } from "./command.ts"

/** For how many accounts there is a button. */
const BUTTONS = 5

/** What whoever reported a loss is told: which accounts, by when, and a button for each. */
export const reported = (scene: Scene, { accounts, rows }: Reported): Reply => {
  const { loss, password } = scene.text
  const until = rows.flatMap(({ due }) => due?.at ?? []).reduce<Instant | null>(earlier, null)
  return say(loss.reported(accounts, until), {
    buttons: accounts.slice(0, BUTTONS).map((account) => [
      {
        label: accounts.length === 1 ? password.buttons.attest : `${password.buttons.attest} ${account.name}`,
        press: press("password", { account: account.id }),
      },
    ]),
  })
}

const earlier = (a: Instant | null, b: Instant): Instant => (a === null || b < a ? b : a)
