import type { Account } from "../../rules/account.ts"
import type { Attestation, ChangeReason } from "../../rules/attestation.ts"
import type { Source } from "../../rules/owed.ts"
import type { Day } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

type Named = Pick<Account, "platform" | "name">

const reasons: Record<ChangeReason, string> = {
  routine: "定期更换",
  handover: "人员交接",
  incident: "出了安全问题",
  first: "首次登记",
}

const kinds = { both: "字母和数字都有", letters: "只有字母", digits: "只有数字" }

const made = ({ password }: Pick<Attestation, "password">): string =>
  password === null
    ? "已核对管理员绑定、手机号和邮箱"
    : `${password.length}位，${password.letters && password.digits ? "字母和数字都有" : password.letters ? kinds.letters : kinds.digits}`

const changed = ({ on, password }: Pick<Attestation, "on" | "password">): string =>
  `${when.day(on)}${password === null ? "核对" : "更换"}`

interface Attested {
  readonly account: Named
  readonly attestation: Pick<Attestation, "on" | "password" | "reason">
}

const accountField = { label: "账号", ask: "哪个账号？", example: "示例县发布" }

/** What is said of changed passwords, and never asks for one. */
export const password = {
  reasons,
  kinds,
  commands: {
    password: {
      title: "登记换密码",
      aliases: ["换密码登记", "登记换密码"],
      fields: {
        account: { ...accountField, ask: "哪个账号换了密码？请勿发送密码本身。" },
        on: { label: "更换日期", ask: "哪天换的？", example: "今天" },
        length: {
          label: "位数",
          ask: "新密码有多少位？请点选或写数字，请勿发送密码本身。",
          example: "12位",
        },
        kinds: { label: "组成", ask: "新密码由什么组成？", example: "字母和数字都有" },
        checked: {
          label: "核对",
          ask: "这个平台由管理员登录，没有密码。管理员绑定、手机号和邮箱都核对过了吗？",
          example: "都核对了",
        },
        reason: { label: "原因", ask: "为什么更换？", example: "定期更换" },
        witness: { label: "见证人", ask: "请谁见证？", example: "李国强" },
      },
    },
    witness: {
      title: "见证换密码",
      aliases: [],
      fields: {
        attestation: { label: "登记", ask: "哪一次登记？", example: "" },
        say: { label: "意见", ask: "是否属实？", example: "" },
      },
    },
  },
  buttons: { witnessed: "我见证，属实", notWitnessed: "不属实", attest: "登记换密码" },
  lengths: (length: number, more: boolean) => (more ? `${length}位以上` : `${length}位`),
  checked: { yes: "都核对了", no: "还没有" },
  unneeded: "不用填",
  tooShort: (length: number, atLeast: number, source: Source) =>
    `${length}位太短，应不少于${atLeast}位，请换一个更长的再登记（${cited.cite(source)}）。`,
  tooPlain: (source: Source) => `应当既有字母又有数字，请换好再登记（${cited.cite(source)}）。`,
  lengthMissing: "请写明新密码有多少位。",
  lengthOdd: "请只写位数，例如：12位。请勿发送密码本身。",
  uncheckedYet: "请先核对管理员绑定、手机号和邮箱，都没问题再登记。",
  notWatched: (it: Named) => `${quota.named(it)}还没有开通，或者已经不再使用，不用登记。`,
  notKeeper: (it: Named, keeper: string) =>
    `${quota.named(it)}的密码由${keeper}保管，请${keeper}本人登记。换了保管人的，请先用 /edit 改过来。`,
  attested: (it: Attested & { next: Day | null; still: number; witness: string | null }) =>
    [
      `✅ 已登记：${quota.named(it.account)}，${changed(it.attestation)}`,
      `${made(it.attestation)}；原因：${reasons[it.attestation.reason]}`,
      ...(it.witness === null ? [] : [`待见证：已请${it.witness}确认，确认后才算办好。`]),
      ...(it.still > 0 ? ["登记的日期早于后来发生的事，那一项还没有办好，请再换一次。"] : []),
      ...(it.next === null || it.witness !== null ? [] : [`下次不晚于 ${when.fullDay(it.next)}。`]),
    ].join("\n"),
  asksWitness: (it: Attested & { by: string }) =>
    [
      `【请见证】${it.by}登记：${quota.named(it.account)}，${changed(it.attestation)}`,
      `${made(it.attestation)}；原因：${reasons[it.attestation.reason]}`,
      "请当面确认后再点，不要问密码是什么。",
    ].join("\n"),
  witnessed: (it: Attested & { yes: boolean }) =>
    it.yes
      ? `✅ 已见证：${quota.named(it.account)}，${changed(it.attestation)}`
      : `已记下：${quota.named(it.account)}的登记不属实，没有生效。`,
  answered: (it: Attested & { by: string } & { attestation: Pick<Attestation, "state"> }) =>
    it.attestation.state === "standing"
      ? `✅ ${it.by}已见证：${quota.named(it.account)}，${changed(it.attestation)}`
      : `${it.by}没有见证：${quota.named(it.account)}，${changed(it.attestation)}。请核实后用 /password 重新登记。`,
  noWitness: "本单位要求第二个人见证，但还没有别的人员。请先用 /invite 邀请一位。",
  witnessMissing: "请从本单位人员中选一位见证人，不能是自己。",
  witnessedAlready: "这次登记已经不用见证了。",
  notWitness: "这次登记不是请您见证的；本人登记的，要由另一个人见证。",
  /** A line of the page of an account. */
  standing: (it: { last: Attestation | null; waiting: Attestation | null; due: Day | null }): string =>
    [
      `密码：${it.last === null ? "还没有登记过更换" : `${changed(it.last)}，${made(it.last)}`}`,
      ...(it.due === null ? [] : [`不晚于 ${when.fullDay(it.due)}再换`]),
      ...(it.waiting === null ? [] : [`${changed(it.waiting)}的登记待见证`]),
    ].join("；"),
  noKeeper: "🔴 无密码保管人，请用 /edit 指定专人",
}
