import { expect } from "vitest"
import type { Incoming } from "../../bot/messenger.ts"
import { router } from "../../bot/router.ts"
import { commands } from "../../commands/index.ts"
import type { Role } from "../../rules/person.ts"
import type { Outgoing } from "../../rules/outgoing.ts"
import { Rulebook } from "../../rules/rulebook.ts"
import type { Unit } from "../../rules/unit.ts"
import * as people from "../../services/people.ts"
import * as rulebooks from "../../services/rulebooks.ts"
import * as units from "../../services/units.ts"
import type { Act } from "../../services/app.ts"
import { Desk } from "../bot/desk.ts"

/** The rules of an example county: one hard, one soft, one note, and the national floor. */
const book = Rulebook.parse({
  id: "example",
  title: "示例县政务新媒体管理办法",
  issuer: "示例县人民政府",
  status: "in-force",
  binds: "everywhere",
  rules: [
    { id: "E-1", article: "第一条", kind: "quota", atLeast: "every 14 days", says: "每14天更新一次" },
    { id: "E-2", article: "第二条", kind: "require", require: "unit.leader", says: "明确分管领导" },
    {
      id: "E-3",
      article: "第三条",
      kind: "limit",
      limit: "accounts-per-platform",
      atMost: 1,
      strength: "soft",
      says: "一个平台一个账号",
    },
    {
      id: "E-4",
      article: "第四条",
      kind: "require",
      require: "account.verification-names-sponsor",
      missing: "note",
      says: "认证信息写明主办单位",
    },
    {
      id: "E-5",
      article: "第五条",
      kind: "limit",
      limit: "editors",
      atMost: 2,
      strength: "note",
      says: "1至2人",
    },
    {
      id: "E-6",
      article: "第六条",
      kind: "require",
      require: "account.name-same-everywhere",
      strength: "soft",
      says: "名称一致",
    },
    { id: "E-7", article: "第七条", kind: "require", require: "account.operator", says: "写明运营单位" },
  ],
})

interface Shown {
  readonly chat: string
  text: string
  buttons: readonly (readonly { label: string; press: string }[])[]
  file: { readonly name: string; readonly base64: string } | null
}

/** Where people talk with the bot: the real router and store, without a network. */
export class Counter {
  readonly desk: Desk
  readonly shown = new Map<string, Shown>()
  #messages = 0
  #incoming = 0
  #heard: Shown[] = []
  readonly #receive: (incoming: Incoming) => Promise<{ toast: string | null; alert: boolean }>

  private constructor(desk: Desk) {
    this.desk = desk
    this.#receive = router(desk.app, {
      commands,
      deepLink: (code) => `https://example.org/${code}`,
      feedLink: () => null,
      mayCall: null,
      onceLink: () => null,
      pageLink: () => null,
      hearsGroups: () => true,
    })
  }

  /** Under the example county's rules, but for those left out. */
  static async open({ without = [] }: { without?: readonly string[] } = {}): Promise<Counter> {
    const counter = new Counter(await Desk.open())
    const rules = book.rules.filter(({ id }) => !without.includes(id))
    await counter.do((act) => rulebooks.load(act, [{ ...book, rules }]))
    return counter
  }

  do<T>(work: (act: Act) => Promise<T>): Promise<T> {
    return this.desk.do(work)
  }

  unit(name: string, parent: Unit | null = null): Promise<Unit> {
    const kind = "county-department"
    return this.do((act) => units.create(act, { name, kind, parentId: parent?.id ?? null, rulebooks: [] }))
  }

  /** Enrols somebody, whose name is also their user and chat. */
  person(name: string, home: Unit, ...roles: readonly Role[]): Promise<string> {
    return this.do(async (act) => {
      const person = await people.enrol(act, { user: name, name, chat: name, unitId: home.id })
      for (const role of roles) await people.appoint(act, person.id, home.id, role)
      return person.id
    })
  }

  async say(
    who: string,
    text: string,
    file: { name: string; bytes: Uint8Array } | null = null,
  ): Promise<void> {
    await this.#receive({
      kind: "message",
      id: `in-${(this.#incoming += 1)}`,
      place: { id: who, kind: "private", title: "", topic: null },
      sender: { id: who, name: who },
      text,
      messageId: `from-${this.#incoming}`,
      replyTo: null,
      at: this.desk.now,
      edited: false,
      forwarded: false,
      attachment: file && {
        name: file.name,
        size: file.bytes.length,
        read: () => Promise.resolve(file.bytes),
      },
    })
    await this.deliver()
  }

  /** Presses a button of the last message that has it; gives back what is shown at once. */
  async press(who: string, label: string): Promise<string | null> {
    const found = [...this.shown].findLast(
      ([, { chat, buttons }]) => chat === who && buttons.flat().some((button) => button.label === label),
    )
    if (!found) throw new Error(`nobody offered ${who} "${label}": ${this.last(who)}`)
    const [messageId, { buttons }] = found
    const press = buttons.flat().find((button) => button.label === label)?.press ?? ""
    expect(Buffer.byteLength(press)).toBeLessThanOrEqual(64)
    return this.pressed(who, messageId, press)
  }

  async pressed(who: string, messageId: string, press: string): Promise<string | null> {
    const { toast } = await this.#receive({
      kind: "press",
      id: `in-${(this.#incoming += 1)}`,
      place: { id: who, kind: "private", title: "", topic: null },
      sender: { id: who, name: who },
      press,
      messageId,
    })
    await this.deliver()
    return toast
  }

  /** Everything that was posted reaches its reader. */
  async deliver(): Promise<void> {
    await this.do(async ({ tables }) => {
      const waiting = (await tables.outbox.where("state", "waiting")).filter(
        ({ leaveAt }) => leaveAt <= this.desk.now,
      )
      for (const row of [...waiting].sort((a, b) => a.createdAt - b.createdAt || a.turn - b.turn)) {
        const chat = row.to.kind === "chat" ? row.to.id : ((await tables.persons.get(row.to.id))?.chat ?? "")
        const card = row.edits === null ? null : await tables.outbox.get(row.edits)
        const messageId = card?.messageId ?? String((this.#messages += 1))
        await tables.outbox.put({ ...row, state: "sent", chat, messageId, sentAt: this.desk.now })
        if (!row.removes) this.#show(messageId, chat, row)
      }
    })
    expect(this.desk.faults).toEqual([])
  }

  #show(messageId: string, chat: string, { body }: Outgoing): void {
    const buttons = (body.buttons ?? []).map((row) =>
      row.map((button) => ({ label: button.label, press: "press" in button ? button.press : "" })),
    )
    const shown = { chat, text: body.text, buttons, file: body.file ?? null }
    this.shown.set(messageId, shown)
    this.#heard.push(shown)
  }

  /** What was said since this was asked last, with its reader. */
  heard(): readonly (readonly [who: string, text: string])[] {
    return this.#heard.splice(0).map(({ chat, text }) => [chat, text])
  }

  /** The only message said since this was asked last. */
  only(who: string): { text: string; buttons: readonly string[]; file: Shown["file"] } {
    const heard = this.#heard.splice(0)
    expect(heard.map(({ chat }) => chat)).toEqual([who])
    const [first] = heard
    if (!first) throw new Error("silence")
    return { text: first.text, buttons: first.buttons.flat().map(({ label }) => label), file: first.file }
  }

  last(who: string): string {
    return [...this.shown.values()].findLast(({ chat }) => chat === who)?.text ?? ""
  }
}
