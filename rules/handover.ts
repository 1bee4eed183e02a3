import { z } from "zod"
import type { Account } from "./account.ts"
import type { DepartureKind } from "./departure.ts"
import type { Duty } from "./duty.ts"
import type { Day } from "./time.ts"

/** What is handed over with an account. */
export const items = ["password", "phone", "email", "devices", "duties"] as const
export const Item = z.enum(items)
export type Item = z.output<typeof Item>

const Confirmed = z.object({ by: z.string(), at: z.number() }).readonly()

/** One account on its way from whoever leaves to whoever receives it. */
export const Handover = z
  .object({
    id: z.string(),
    departureId: z.string(),
    /** Who leaves. */
    personId: z.string(),
    accountId: z.string(),
    /** The account's own unit. */
    unitId: z.string(),
    receiverId: z.string(),
    /** What the receiver has found in order. */
    ticked: z.array(Item).readonly(),
    received: Confirmed.nullable(),
    confirmed: Confirmed.nullable(),
    /** `receiving`, then `confirming` by the leader, then `done`; `void` when whoever was to leave stays. */
    state: z.enum(["receiving", "confirming", "done", "void"]),
  })
  .readonly()
export type Handover = z.output<typeof Handover>

/** Whether somebody still has to do something about it. */
export const isOpen = ({ state }: Pick<Handover, "state">): boolean =>
  state === "receiving" || state === "confirming"

/** The same with one item ticked, or unticked when it was. */
export const toggled = (it: Handover, item: Item): Handover => ({
  ...it,
  ticked: it.ticked.includes(item)
    ? it.ticked.filter((each) => each !== item)
    : items.filter((each) => each === item || it.ticked.includes(each)),
})

/** A hand-over as it is shown to people. */
export interface ShownHandover extends Pick<Handover, "id" | "ticked" | "state"> {
  readonly account: Pick<Account, "platform" | "name">
  readonly unit: string
  readonly leaver: string
  readonly kind: DepartureKind
  readonly lastOn: Day
  readonly receiver: string
  /** What else is open for the account, and goes over with it. */
  readonly duties: readonly Duty[]
}
