import { BeyondCalendar, type Calendar, isCountable } from "./calendar.ts"
import { type Due, dueOf, type Trigger } from "./due.ts"
import { type Quantity, readQuantity, type Read } from "./quantity.ts"
import { instantOf, isTimeOfDay, timeOf } from "./time.ts"

/** One line to print, and a remark beside it where the line alone could mislead. */
export interface DueLine {
  readonly line: string
  readonly remark: string | null
}

const EXPECTED_TRIGGER =
  "expected a day from 1990 to 2100 such as `2026-02-12`, or a day and a time such as `2026-02-16 23:30`"

const readTrigger = (text: string): Read<Trigger> => {
  const [day = "", time, ...more] = text.trim().split(/[T ]/)
  if (!isCountable(day) || more.length > 0) return { wrong: EXPECTED_TRIGGER }
  if (time === undefined) return { ok: day }
  return isTimeOfDay(time) ? { ok: instantOf(day, time) } : { wrong: EXPECTED_TRIGGER }
}

const remarkOn = (trigger: Trigger, { basis, day, provisional, safe }: Due): string | null => {
  if (provisional)
    return "the count runs through a year whose holiday notice is not loaded: the date may still move"
  if (basis === "clock" && typeof trigger === "string") return "no time was given: counted from 00:00"
  if (safe === null || safe.day === day) return null
  const sure = safe.provisional ? " (provisional)" : ""
  return `${day} is a rest day and the deadline does not move: the last working day before it is ${safe.day}${sure}`
}

const lineOf = (calendar: Calendar, trigger: Trigger, quantity: Quantity): Read<DueLine> => {
  const due = dueOf(calendar, trigger, quantity)
  if (!isCountable(due.day))
    return { wrong: "the due date lies beyond the calendar, which runs from 1990 to 2100" }
  const time = due.basis === "clock" ? ` ${timeOf(due.at)}` : ""
  const mark = due.provisional ? " (provisional)" : ""
  return { ok: { line: `${due.day}${time}${mark}`, remark: remarkOn(trigger, due) } }
}

/** What `zhishou due` prints for a trigger and a quantity as they were typed. In English: it is a tool of installers. */
export const dueLine = (calendar: Calendar, from: string, within: string): Read<DueLine> => {
  const trigger = readTrigger(from)
  if ("wrong" in trigger) return trigger
  const quantity = readQuantity(within)
  if ("wrong" in quantity) return quantity
  try {
    return lineOf(calendar, trigger.ok, quantity.ok)
  } catch (fault) {
    if (fault instanceof BeyondCalendar) return { wrong: fault.message }
    throw fault
  }
}
