import type { Item } from "../../rules/item.ts"
import { nextLevel, wakeOf } from "../../rules/review.ts"
import type { Act } from "../app.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import * as cards from "./cards.ts"
import { shown } from "./showing.ts"

/** The clock has come to an item: whoever it waits for is reminded once, then another is told, once each. */
export const run = async (act: Act, item: Item): Promise<void> => {
  const wake = wakeOf(item)
  const next = nextLevel(item)
  if (wake === null || next === null || wake.at > act.now) {
    await cards.keep(act, item)
    return
  }
  const it = await shown(act, item)
  const words = act.text.review
  if (wake.what === "rest") {
    await tell(act, item, await leaders(act, item), words.restMissing(it))
    await cards.keep(act, { ...item, restTold: true })
  } else if (wake.what === "tell") {
    const people = (await owners.answering(act, item.unitId, wake.step)).map(({ id }) => id)
    // Whoever it lies with was reminded already.
    await tell(
      act,
      item,
      people.filter((id) => !item.asked.includes(id)),
      words.lying(it, item.since),
    )
    await cards.keep(act, { ...item, told: item.told + 1 })
  } else {
    await tell(act, item, item.asked, words.reminder(it, item.since), item.id)
    await cards.keep(act, { ...(await cards.askOthers(act, item)), told: item.told + 1 })
  }
}

const leaders = async (act: Act, { unitId }: Item): Promise<readonly string[]> =>
  (await owners.leaders(act, unitId)).map(({ id }) => id)

const tell = async (
  act: Act,
  item: Item,
  to: readonly string[],
  text: string,
  show: string | null = null,
): Promise<void> => {
  for (const id of to)
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: item.specials.includes("emergency") ? "emergency" : "notice",
      dueAt: await cards.daytime(act, item),
      body: {
        text,
        ...(show === null
          ? {}
          : { buttons: [[{ label: act.text.review.buttons.show, press: `reviews item=${show}` }]] }),
      },
    })
}
