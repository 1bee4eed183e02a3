import type { Departure, DepartureKind } from "../../rules/departure.ts"
import type { Duty } from "../../rules/duty.ts"
import type { ShownHandover } from "../../rules/handover.ts"
import type { Day } from "../../rules/time.ts"
import { firstLines, MOST_LINES } from "../list.ts"
import { account, kinds, open } from "./handover.ts"
import { obligation } from "./obligation.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const personField = { label: "人员", ask: "谁要离岗？", example: "张敏" }

export const leaving = {
  kinds,
  days: { today: "今天", tomorrow: "明天" },
  commands: {
    leaving: {
      title: "办理人员离岗",
      aliases: ["离岗", "人员离岗"],
      fields: {
        person: personField,
        kind: { label: "去向", ask: "离岗的原因？", example: "离职" },
        on: { label: "最后一天", ask: "最后一天是哪天？当天24:00起停止权限。", example: "2026-03-31" },
        receiver: { label: "接收人", ask: "账号由谁接手？", example: "李国强" },
      },
    },
    stay: {
      title: "撤销离岗登记",
      aliases: ["不离岗了", "留任"],
      fields: { departure: { ...personField, ask: "谁不离岗了？" } },
    },
    left: {
      title: "办结离岗",
      aliases: ["离岗办结"],
      fields: { departure: { ...personField, ask: "办结谁的离岗？" } },
    },
  },
  buttons: {
    left: "办结离岗",
    leaving: "办理离岗",
    stay: "撤销离岗",
  },
  himself: "接收人不能是离岗的人自己，请另选一位。",
  leavesToo: (name: string) => `${name}自己也要离岗，请另选一位接收人。`,
  needsReceiver: (count: number) => `这位同事名下有 ${count} 个账号，请说明由谁接手。`,
  nobodyToReceive: "没有可以接手的同事。请先用 /invite 邀请一位，再办理离岗。",
  unneeded: "没有需要交接的账号",
  tooLongAgo: (on: Day, most: number) =>
    `${when.fullDay(on)}已经过去太久（超过 ${most} 天），请核对最后一天。`,
  tooFarAhead: (on: Day) => `${when.fullDay(on)}还太远，最多提前一年登记，请核对最后一天。`,
  lastAdministrator: (name: string) =>
    `${name}是最后一位管理员，不能离岗。请先用 /appoint 指定另一位管理员。`,
  announced: (it: {
    name: string
    kind: DepartureKind
    lastOn: Day
    isPast: boolean
    handovers: readonly ShownHandover[]
    unreached: readonly string[]
    receiving: number
  }) =>
    [
      it.isPast
        ? `已登记：${it.name}${kinds[it.kind]}，最后一天是 ${when.fullDay(it.lastOn)}，已经过去，权限立即停止，没办完的交接按逾期处理。`
        : `已登记：${it.name}${kinds[it.kind]}，最后一天 ${when.fullDay(it.lastOn)}，当天24:00停止权限，届时旧按钮全部失效。`,
      ...(it.handovers.length === 0
        ? ["名下没有需要交接的账号。"]
        : [
            `请在最后一天之内交接完 ${it.handovers.length} 个账号：`,
            ...firstLines(
              it.handovers.map((each) => `${account(each)} → ${each.receiver}`),
              MOST_LINES,
              (count) => `另有 ${count} 个账号`,
            ),
            "接收人核对后，再由领导确认。",
          ]),
      ...it.unreached.map((name) => `${name}没有和我开通私聊，收不到通知，请当面转告。`),
      ...(it.receiving > 0
        ? [`${it.name}还是另外 ${it.receiving} 项交接的接收人，请用 /leaving 重新指定。`]
        : []),
      ...(it.kind === "leave" ? ["休假回来后请重新邀请、重新指定职责，原来的权限不会自动恢复。"] : []),
    ].join("\n"),
  another: (it: ShownHandover) => `换人接手 ${quota.named(it.account)}`,
  toLeaver: ({ kind, lastOn }: Departure, all: readonly ShownHandover[]) =>
    [
      `【离岗】已为您登记${kinds[kind]}，最后一天 ${when.fullDay(lastOn)}，当天24:00停止权限。`,
      ...(all.length === 0
        ? ["您名下没有需要交接的账号。"]
        : [
            "请在这之前当面交接（密码、手机号、邮箱、设备、未办事项）：",
            ...firstLines(
              all.map((each) => `${account(each)} → ${each.receiver}`),
              MOST_LINES,
              (count) => `另有 ${count} 个账号`,
            ),
          ]),
      "如有不对，请告诉管理员。",
    ].join("\n"),
  ended: (name: string, lastOn: Day, duties: readonly Duty[]) =>
    [
      `【离岗】${name}的权限已于 ${when.day(lastOn)}24:00 停止，还不能办结离岗，有 ${duties.length} 项没有办完：`,
      ...open(duties),
      "全部办完后自动办结。",
    ].join("\n"),
  left: (name: string) => `✅ ${name}的交接已全部办完，离岗已办结。`,
  notYet: (name: string, duties: readonly Duty[]) =>
    [
      `${name}还不能办结离岗：交接没有办完，不算离任。还有 ${duties.length} 项：`,
      ...open(duties),
      ...obligation.rules(duties),
    ].join("\n"),
  stillHere: (name: string, lastOn: Day) =>
    `${name}的最后一天是 ${when.fullDay(lastOn)}，还没有过完，到时再办结。`,
  stays: (name: string) => `${name}不离岗了，尚未完成的交接已撤销。`,
  staysAlready: (name: string) => `${name}没有登记离岗，不用撤销。`,
  goneAlready: (name: string, lastOn: Day) =>
    `${name}的权限已于 ${when.fullDay(lastOn)}停止，不能再撤销。需要时请用 /invite 重新邀请。`,
  nobodyLeaves: "现在没有登记离岗的人员。",
  named: (name: string, lastOn: Day) => `${name}（${when.short(lastOn)}离岗）`,
  /** The mark in the list of people. */
  mark: (lastOn: Day) => `（${when.short(lastOn)}离岗）`,
  gone: (name: string, lastOn: Day) => `· ${name}：${when.short(lastOn)}已离岗，交接还没有办完`,
  leaderLeft: (it: Duty) =>
    [
      `【分管领导空缺】“${it.unit}”现在没有分管领导。`,
      it.due === null
        ? "请尽快用 /appoint 指定一位。"
        : `请在 ${when.day(it.due.day)}24:00 前用 /appoint 指定一位；在此之前该单位不能登记新账号。`,
      `依据：${obligation.rests(it)}`,
    ].join("\n"),
  stillKeeps: (name: string, names: readonly Parameters<typeof quota.named>[0][]) =>
    [
      `${name}名下还有 ${names.length} 个账号没有交接：`,
      ...firstLines(
        names.map((each) => `· ${quota.named(each)}`),
        MOST_LINES,
        (count) => `另有 ${count} 个账号`,
      ),
      "如果是离岗，请按下面的按钮办理，由接收人和领导确认。",
    ].join("\n"),
}
