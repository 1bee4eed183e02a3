import { stat } from "node:fs/promises"
import { join } from "node:path"
import { Counter, Gauge, Histogram, Registry } from "prom-client"
import { act, type App } from "../../services/app.ts"
import * as gauges from "../../services/gauges.ts"
import type { Incoming, Receipt } from "../messenger.ts"

type Receive = (incoming: Incoming) => Promise<Receipt>

/** Counts what people send and how long they wait, and measures the rest when asked. */
export interface Meter {
  /** The same, counted. */
  counted(receive: Receive): Receive
  /** Everything, in the text that Prometheus reads. */
  read(): Promise<string>
}

const SECOND = 1000
/** Up to what a press may take, and beyond. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

const sizeOf = async (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  )

export const openMeter = (app: App, folder: string): Meter => {
  const registry = new Registry()
  const registers = [registry]
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `zhishou_${name}`, help, labelNames, registers })
  const answered = new Counter({
    name: "zhishou_answered_total",
    help: "Presses and messages answered, and presses refused",
    labelNames: ["kind", "outcome"],
    registers,
  })
  const took = new Histogram({
    name: "zhishou_answer_seconds",
    help: "From the arrival of a press or message until it is settled",
    labelNames: ["kind"],
    buckets: BUCKETS,
    registers,
  })
  const lateness = gauge("due_lateness_seconds", "By how much the latest of what is due is late")
  const unsent = gauge("outbox_lateness_seconds", "By how much the latest of what may leave has not")
  const outbox = gauge("outbox_messages", "Messages in the outbox", ["lane", "state"])
  const obligations = gauge("obligations", "Dated duties by where they stand", ["phase"])
  const incidents = gauge("incidents_open", "Emergencies that are not closed")
  const journal = gauge("journal_bytes", "Size of the journal")

  const measure = async (): Promise<void> => {
    const outcome = await act(app, { by: "metrics", why: "look" }, gauges.measure)
    if (outcome.repeated) return
    const found = outcome.value
    lateness.set(found.lateness / SECOND)
    unsent.set(found.unsent / SECOND)
    outbox.reset()
    for (const { lane, state, count } of found.outbox) outbox.set({ lane, state }, count)
    obligations.reset()
    for (const { phase, count } of found.obligations) obligations.set({ phase }, count)
    incidents.set(found.incidents)
    journal.set(await sizeOf(join(folder, "journal.jsonl")))
  }

  return {
    counted: (receive) => async (incoming) => {
      const { kind } = incoming
      const since = performance.now()
      const receipt = await receive(incoming)
      took.observe({ kind }, (performance.now() - since) / SECOND)
      answered.inc({ kind, outcome: receipt.alert ? "refused" : "answered" })
      return receipt
    },
    read: async () => {
      await measure()
      return registry.metrics()
    },
  }
}
