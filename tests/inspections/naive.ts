import type { Account } from "../../rules/account.ts"
import type { Frequency } from "../../rules/frequency.ts"
import type { Limit } from "../../rules/kinds/limit.ts"
import type { Quota } from "../../rules/kinds/quota.ts"
import type { OfflineWindow } from "../../rules/offline.ts"
import type { Post } from "../../rules/post.ts"
import type { StoredRulebook } from "../../rules/rulebook.ts"
import type { Unit } from "../../rules/unit.ts"
import type { Told } from "./history.ts"

const DAY = 86_400_000
/** The number of the day in China. */
const dayAt = (at: number): number => Math.floor((at + 8 * 3_600_000) / DAY)
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
const dateOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)

interface Written {
  readonly at: number
  readonly id: string
  readonly row: unknown
}

/** A journal, line by line: how a row stood is what was written last, and everything is counted anew for every question. */
export class Naive {
  /** What was ever written of a row, and of the rows of an account. */
  readonly #rows = new Map<string, Written[]>()
  readonly #now: number

  constructor(lines: readonly Told[], now: number) {
    this.#now = now
    const owners = new Map<string, string>()
    for (const { at, changes } of lines)
      for (const [table, id, row] of changes) {
        const owner = (row as { readonly accountId?: string } | null)?.accountId ?? owners.get(id)
        if (owner !== undefined) owners.set(id, owner)
        for (const key of [`${table}/${id}`, `${table} of ${owner ?? ""}`]) {
          const known = this.#rows.get(key) ?? []
          known.push({ at, id, row })
          this.#rows.set(key, known)
        }
      }
  }

  #row(table: string, id: string, at: number): unknown {
    return this.#rows.get(`${table}/${id}`)?.findLast((written) => written.at <= at)?.row ?? null
  }

  #all(table: string, accountId: string): unknown[] {
    const rows = new Map<string, unknown>()
    for (const { id, row } of this.#rows.get(`${table} of ${accountId}`) ?? []) {
      if (row === null) rows.delete(id)
      else rows.set(id, row)
    }
    return [...rows.values()]
  }

  /** How an account stood: its level, and the names of what it failed by. */
  level(accountId: string, at: number): string {
    const then = Math.min(at, this.#now)
    const account = this.#row("accounts", accountId, then) as Account | null
    const latest = this.#row("accounts", accountId, this.#now) as Account | null
    if (account === null || latest === null || account.registeredAt > at) return "none"
    const today = dayAt(at)
    if (latest.retired !== null && numberOf(latest.retired.on) <= today) return "none"
    const windows = this.#all("offlineWindows", accountId) as OfflineWindow[]
    const away = windows.filter(
      ({ start, end }) => numberOf(start) <= today && (end === null || today < numberOf(end)),
    )
    if (away.some(({ unreported }) => !unreported)) return "none"
    const returns = windows.filter(
      ({ end, unreported }) => end !== null && !unreported && numberOf(end) <= today,
    )
    const returned = Math.max(-Infinity, ...returns.map(({ end }) => numberOf(end ?? "")))
    const start = Math.max(dayAt(account.registeredAt), numberOf(account.openedOn ?? "2000-01-01"), returned)
    const posts = (this.#all("posts", accountId) as Post[]).filter((post) => post.at <= at)
    const found = new Set<string>(away.length > 0 ? ["leave"] : [])
    let soon = false
    const last = posts.length === 0 ? start : Math.max(returned, ...posts.map((post) => dayAt(post.at)))
    for (const { often, warn } of this.#quotas(account.unitId, then)) {
      if (often.kind === "every" && "days" in often) {
        const left = last + often.days - today
        if (left < 0) found.add(`every ${often.days}`)
        else if (today > last && left <= warn) soon = true
      }
      if (often.kind !== "per") continue
      const of = (number: number) => this.#periodOf(number, often)
      const count = ([from, until]: readonly [number, number]): number =>
        posts.filter((post) => dayAt(post.at) >= from && dayAt(post.at) <= until).length
      const running = of(today)
      const before = of(running[0] - 1)
      if (running[0] <= start || count(running) >= often.count) continue
      if (before[0] > start && count(before) < often.count) found.add(`per ${often.span}`)
      else if (running[1] - today <= warn) soon = true
    }
    if (today > last + 30) found.add("dormant")
    if (found.size > 0) return `red ${[...found].sort().join(", ")}`
    return soon ? "soon" : "green"
  }

  /** The strictest of each rhythm; of those that ask the same the one that is named last. */
  #quotas(unitId: string, at: number): { often: Frequency; warn: number }[] {
    const unit = this.#row("units", unitId, at) as Unit | null
    const strictest = new Map<string, { often: Frequency; warn: number }>()
    for (const id of unit?.rulebooks ?? [])
      for (const rule of (this.#row("rulebooks", id, at) as StoredRulebook | null)?.book.rules ?? []) {
        const { atLeast: often, warn } = rule as Quota
        if ((rule as Quota | Limit).kind !== "quota" || "open" in often) continue
        const rhythm = often.kind === "every" ? "every" : often.span
        const known = strictest.get(rhythm)?.often
        const isStricter =
          known === undefined ||
          (often.kind === "every" && "days" in often && "days" in known && often.days <= known.days)
        if (isStricter) strictest.set(rhythm, { often, warn: warn?.[0]?.amount ?? 0 })
      }
    return [...strictest.values()]
  }

  #periodOf(number: number, { span }: Extract<Frequency, { kind: "per" }>): readonly [number, number] {
    let from = number
    const isFirst = (day: number): boolean =>
      span === "week" ? new Date(day * DAY).getUTCDay() === 1 : dateOf(day).endsWith("-01")
    while (!isFirst(from)) from -= 1
    let until = number
    while (!isFirst(until + 1)) until += 1
    return [from, until]
  }
}
