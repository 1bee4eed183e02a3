import { formatFrequencyInChinese } from "../../rules/frequency.ts"
import type { Source } from "../../rules/owed.ts"
import { formatQuantityInChinese } from "../../rules/quantity.ts"
import { quantityOf } from "../../rules/stretch.ts"
import type { Reason } from "../../rules/verdict/index.ts"
import { acts } from "./acts.ts"
import { cited } from "./cited.ts"
import * as when from "./when.ts"

const left = (days: number | null): string => {
  if (days === null) return ""
  if (days < 0) return `，已超 ${-days} 天`
  return days === 0 ? "，当天是最后一天" : `，还剩 ${days} 天`
}

/** What was counted, and how: `11月3日更新＋14天＝11月17日（周二）截止，已超 5 天`. */
export const sum = (it: Reason): string => {
  switch (it.kind) {
    case "silence": {
      const what = it.counts === "originals" ? "原创" : ""
      const from = `${when.short(it.from)}${it.posted ? `${what}更新` : `起算，还没有${what}更新`}`
      return `${from}＋${formatQuantityInChinese(quantityOf(it.stretch))}＝${when.day(it.until ?? it.from)}截止${left(it.left)}`
    }
    case "given-up": {
      const silent = formatQuantityInChinese(quantityOf(it.stretch))
      return `${when.fullDay(it.from)}以来没有更新，超过${silent}，属于${it.mark === "zombie" ? "僵尸" : "休眠"}账号`
    }
    case "quota": {
      const asked = `${formatFrequencyInChinese(it.frequency)}${it.counts === "originals" ? "原创" : ""}`
      const period = `${when.short(it.from)}至${when.day(it.until)}${it.provisional ? "（暂定）" : ""}`
      return it.level === "red"
        ? `${asked}：${period}应 ${it.needed} 次，实际 ${it.count} 次，本期也还没有补上`
        : `${asked}：${period}应 ${it.needed} 次，已更新 ${it.count} 次${left(it.left)}`
    }
    case "leave":
      return it.state === "unapproved" ? "没有批准就已开通" : "没有批准就已下线"
    case "duty": {
      const { act, to } = it.obligation
      return `${acts[act]}${to === null ? "" : `（报${to}）`}：${it.until === null ? "" : `${when.day(it.until)}到期`}${left(it.left)}`
    }
    case "finding": {
      const what = `检查发现 ${it.finding.number}“${it.finding.what}”`
      return it.waits ? `${what}：已整改，待复核` : `${what}：${when.day(it.until)}前整改${left(it.left)}`
    }
  }
}

/** A reason with the articles it rests on. */
export type Grounded = Reason & { readonly sources: readonly Source[] }

/** Reasons as lines, and the articles they rest on below them, each once and numbered where there are several. */
export const reasoned = (all: readonly Grounded[]) => {
  const bases = [...new Set(all.flatMap(({ sources }) => sources.map(cited.cite)))]
  const several = bases.length > 1
  const mark = (basis: string): string => `〔${bases.indexOf(basis) + 1}〕`
  return {
    line: (it: Grounded): string =>
      `　· ${sum(it)}${several ? [...new Set(it.sources.map(cited.cite))].map(mark).join("") : ""}`,
    bases: bases.map((basis) => `依据${several ? mark(basis) : " "}${basis}`),
  }
}
