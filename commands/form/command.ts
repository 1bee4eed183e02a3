import type { z } from "zod"
import type { Body } from "../../rules/outgoing.ts"
import type { Right } from "../../rules/rights.ts"
import type { FileMistake, Table } from "../../rules/table.ts"
import type { Act } from "../../services/app.ts"
import type { Member } from "../../services/people.ts"
import { Refusal } from "../../services/refusal.ts"
import type { Text } from "../../text/index.ts"

/** Where a command was typed or pressed. */
export interface Place {
  readonly chat: string
  readonly kind: "private" | "group"
  readonly title: string
  readonly topic: string | null
  /** The unit the group is bound to. */
  readonly unitId: string | null
}

/** A file that came with a message, fetched and read before the transaction began. */
export interface Upload {
  readonly name: string
  readonly reading: { readonly table: Table } | { readonly mistake: FileMistake }
}

/** A command under way: one transaction, with the person and the place. */
export interface Scene extends Act {
  readonly me: Member
  readonly place: Place
  /** The file that came with the message, as far as it could be read. */
  readonly file: Upload | null
  /** Every command, for the help. */
  readonly commands: readonly Command[]
  /** A link that starts the bot with a one-time code. */
  readonly deepLink: (code: string) => string
  /** The address of a calendar for its code; null while none are served. */
  readonly feedLink: (code: string) => string | null
  /** Whether an address may be told what happens; null while nothing is told outside. */
  readonly mayCall: ((url: string) => boolean) | null
  /** The address under which a secret is shown once; null while nothing is served by HTTP. */
  readonly onceLink: (code: string) => string | null
  /** The address of the overview page; null while there is none that the messenger would open. */
  readonly pageLink: () => string | null
  /** False while the messenger shows the bot only commands and replies in groups. */
  readonly hearsGroups: boolean
}

/** One answer offered as a button. The value is short: it travels in the button. */
export interface Choice {
  readonly value: string
  readonly label: string
  /** Other names under which it is known, in another language. */
  readonly also?: readonly string[]
}

/** What was typed fits several things: which one is meant? */
export class Ambiguous {
  readonly choices: readonly Choice[]
  constructor(choices: readonly Choice[]) {
    this.choices = choices
  }
}

/**
 * A refusal that other answers would mend: what was filled in stays, and only these fields are asked for again. Thrown
 * by a command before anything is written, or by a field.
 */
export class Reconsider extends Refusal {
  readonly fields: readonly string[]
  constructor(message: string, fields: readonly string[]) {
    super(message)
    this.fields = fields
  }
}

export type Answers = Readonly<Record<string, string>>

/** One thing a command needs to know. */
export interface Field<T> {
  /** The form of what is typed. */
  readonly schema: z.ZodType
  /** From what was typed or pressed to the value; throws `Refusal` when there is no such thing. */
  readonly find: (scene: Scene, typed: string) => Promise<T | Ambiguous>
  /** What can be pressed instead of typed. */
  readonly choices: ((scene: Scene, answers: Answers) => Promise<readonly Choice[]>) | null
  /** How what was answered is called above the questions after it; null where it is no thing that they are about. */
  readonly calls: ((scene: Scene, value: never) => Promise<string>) | null
  /** What is said when there is nothing to choose from; null where anything may be typed. */
  readonly nothing: ((text: Text) => string) | null
  /** The question, where it depends on what was answered before; null leaves it to the command's words. */
  readonly asks: ((scene: Scene, answers: Answers) => Promise<string>) | null
  /** Several values, parted by commas or blanks. */
  readonly many: boolean
  /** May be left out. */
  readonly optional: boolean
  /** Optional and never asked for: typed, or pressed on a card. */
  readonly silent: boolean
  /** Whether a typed word is meant for this field rather than for one that takes any text. */
  readonly takes: (word: string) => boolean
  /** What a word that it takes stands for: a label for its value. */
  readonly canonical: (word: string) => string
  /** Takes any text, so that typed words go to the other fields first. */
  readonly free: boolean
  /** Whether it has to be known at all, given what was answered before. */
  readonly when: (answers: Answers) => boolean
}

export interface FieldWords {
  readonly label: string
  readonly ask: string
  /** Empty when the value is pressed and never typed: such a field stands in no help. */
  readonly example: string
}

export interface CommandWords<Names extends string = string> {
  readonly title: string
  readonly aliases: readonly string[]
  readonly fields: Readonly<Record<Names, FieldWords>>
}

/** What a command gives back to the person. */
export interface Reply {
  readonly body: Body | null
  /** Shown at once on a press. */
  readonly toast: string | null
  /** On a press: the card that was pressed becomes the body, instead of a new message. */
  readonly replaces: boolean
  /** Under which key the message is posted, so that it can be found again; null leaves that to the router. */
  readonly key: string | null
  /** A command to begin right after, with answers known already. */
  readonly then: { readonly command: string; readonly answers: Answers } | null
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list holds commands with any fields
export type Fields = Readonly<Record<string, Field<any>>>
export type ValuesOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never
}

/** What is said as soon as a field is answered: that `field` needs another answer, or what is to be known before going on. */
export type Early = { readonly problem: string; readonly field: string } | { readonly note: string }
type Look = (scene: Scene, values: Readonly<Record<string, unknown>>) => Promise<Early | null>

/** What can be done in a group before it is known whose group it is. */
export const UNBOUND: readonly string[] = ["bind", "help", "cancel", "start"]

/** Under which heading the help lists a command. */
export type Section = "emergencies" | "daily" | "roster" | "accounts" | "approvals" | "people" | "settings"

/** What an answer must not hold. */
export type Careful = "passwords" | "people"

/** A command as the router sees it. */
export interface Command {
  readonly name: string
  readonly section: Section
  readonly words: (text: Text) => CommandWords
  /** The right it needs over some unit; null when every enrolled person may. */
  readonly right: Right | null
  readonly where: "private" | "group" | "any"
  /** Left out of the menu and the help: pressed, not typed. */
  readonly hidden: boolean
  /** Typed, or pressed below another, but not in the messenger's menu, which has room for a hundred. */
  readonly unlisted: boolean
  /** Speaks of passwords, or of what people wrote: an answer which might hold one, or tell who they are, is taken away unread. */
  readonly careful: Careful | null
  readonly fields: Fields
  /** Looks at a field as soon as it is answered, while others are still to be asked for; by the field's name. */
  readonly early: Readonly<Record<string, Look>>
  readonly run: (scene: Scene, values: Readonly<Record<string, unknown>>) => Promise<Reply>
}

interface Definition<F extends Fields> {
  readonly name: string
  readonly words: (text: Text) => CommandWords<Extract<keyof F, string>>
  readonly right?: Right
  readonly where?: "private" | "group"
  readonly hidden?: true
  readonly unlisted?: true
  readonly careful?: Careful
  readonly fields: F
  readonly early?: Partial<
    Record<Extract<keyof F, string>, (scene: Scene, values: Partial<ValuesOf<F>>) => Promise<Early | null>>
  >
  readonly run: (scene: Scene, values: ValuesOf<F>) => Promise<Reply>
}

/** Declares a command: its name is what people type, its fields what the chat fills in. */
export const command = <F extends Fields>(definition: Definition<F>): Command => ({
  section: "settings",
  right: null,
  where: "any",
  hidden: false,
  unlisted: false,
  careful: null,
  ...definition,
  words: definition.words,
  early: (definition.early ?? {}) as Readonly<Record<string, Look>>,
  run: (scene, values) => definition.run(scene, values as ValuesOf<F>),
})

/** A plain answer. */
export const say = (text: string, more: Omit<Body, "text"> = {}): Reply => ({
  body: { text, ...more },
  toast: null,
  replaces: false,
  key: null,
  then: null,
})

/** Nothing to say beside what was remarked on the way. */
export const remarked: Reply = { ...say(""), body: null }

/** An answer that takes the place of the card that was pressed. */
export const turnInto = (
  text: string,
  more: Omit<Body, "text"> = {},
  toast: string | null = null,
): Reply => ({
  ...say(text, more),
  toast,
  replaces: true,
})

/** A button that carries a command: `press("undo", { batch: "k3…" })`. */
export const press = (name: string, answers: Answers = {}): string =>
  [name, ...Object.entries(answers).map(([field, value]) => `${field}=${value}`)].join(" ")
