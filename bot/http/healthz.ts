import { minutes, seconds } from "../../rules/time.ts"
import { act } from "../../services/app.ts"
import * as gauges from "../../services/gauges.ts"
import type { House, Route } from "./route.ts"

/** The heart beats every ten seconds, so this is several beats missed. */
const HEART_PATIENCE = minutes(1)
/** Longer than any budget makes a message wait. */
const SENDER_PATIENCE = minutes(15)
/** Whoever asks does not wait longer than this for the store (milliseconds of the machine's own clock). */
const STORE_PATIENCE = seconds(3)

type Standing = "ok" | "failing" | "unknown"
type Health = Readonly<Record<"store" | "heart" | "sender", Standing>>

const within = <T>(work: Promise<T>, patience: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("the store does not answer")), patience)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const standing = (late: number, patience: number): Standing => (late <= patience ? "ok" : "failing")

const healthOf = async ({ app, pulse }: House): Promise<Health> => {
  const heart = standing(app.now() - pulse.lookedAt(), HEART_PATIENCE)
  try {
    const outcome = await within(
      act(app, { by: "health", why: "look" }, (turn) => gauges.unsent(turn)),
      STORE_PATIENCE,
    )
    const unsent = outcome.repeated ? 0 : outcome.value
    return { store: "ok", heart, sender: standing(unsent, SENDER_PATIENCE) }
  } catch (fault) {
    app.report(fault, "health")
    return { store: "failing", heart, sender: "unknown" }
  }
}

/** Whether all is well, for whatever watches the process: 200 or 503, and which part it is. */
export const healthz: Route = (site, house) => {
  site.get("/healthz", async (call) => {
    const health = await healthOf(house)
    const ok = Object.values(health).every((each) => each === "ok")
    return call.json({ ok, ...health }, ok ? 200 : 503, { "cache-control": "no-store" })
  })
}
