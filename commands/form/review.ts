import type { Account } from "../../rules/account.ts"
import type { Publishing } from "../../rules/gates.ts"
import { type Answer, type Special, specials } from "../../rules/item.ts"
import { type Asked, categories, linesFor, offered } from "../../rules/special.ts"
import { tidy } from "../../rules/words.ts"
import { publishingOn } from "../../services/reviews/asking.ts"
import { Refusal } from "../../services/refusal.ts"
import { lineOf, sorted } from "../../services/reviews/submitting.ts"
import { languages } from "../../text/index.ts"
import { z } from "zod"
import { accountField } from "./account.ts"
import { Ambiguous, type Answers, type Choice, type Field, type Scene } from "./command.ts"
import { field, onlyWhen, optional, text } from "./fields.ts"
import { parts } from "./fill.ts"

/** The mark of what is not there, or not asked for: as the only choice it is taken without asking. */
const NONE = "-"
const one = accountField("item.submit")

/** The rulebooks that speak of the accounts that were answered before. */
const whereIn = async (scene: Scene, { account = "" }: Answers): Promise<Publishing | null> => {
  const found: Account[] = []
  for (const part of parts(account)) {
    const each = await one.find(scene, part)
    if (!(each instanceof Ambiguous)) found.push(each)
  }
  const [first] = found
  return first ? publishingOn(scene, first.unitId, found) : null
}

/** The kinds of content that the rulebooks tell apart; not asked where none does. */
export const categoryField = (): Field<string | null> =>
  chosen((where) => categories(where).map(({ name }) => name))

/** The offices from which alone a kind of content may come; not asked where it may come from anybody. */
export const providerField = (): Field<string | null> =>
  chosen((where, { category }, scene) => {
    const named = categories(where).find(({ name }) => name === category)?.providers ?? []
    return named.length === 0 ? [] : [...named, scene.text.review.otherProvider]
  })

const chosen = (
  list: (where: Publishing, answers: Answers, scene: Scene) => readonly string[],
): Field<string | null> =>
  field(
    z.string().transform(tidy).pipe(z.string().min(1).max(80)),
    (_scene, typed) => Promise.resolve(typed === NONE ? null : typed),
    {
      free: true,
      choices: async (scene, answers) => {
        const where = await whereIn(scene, answers)
        const names = where === null ? [] : list(where, answers, scene)
        return names.length === 0
          ? [{ value: NONE, label: scene.text.review.none }]
          : names.map((name) => ({ value: name, label: name }))
      },
    },
  )

const meant = (word: string): Special | undefined =>
  specials.find(
    (special) =>
      special === word || Object.values(languages).some((text) => text.reviewcard.specials[special] === word),
  )
const isNone = (word: string): boolean =>
  word === NONE || Object.values(languages).some((text) => text.review.none === word)

/** What is special about an item: one press, or several in words. */
export const specialField = (): Field<readonly Special[]> =>
  field(
    z.string().transform(tidy).pipe(z.string().min(1).max(200)),
    (scene, typed) => {
      if (isNone(typed)) return Promise.resolve([])
      const unknown = parts(typed).find((part) => meant(part) === undefined)
      if (unknown !== undefined) throw new Refusal(scene.text.command.unknown(unknown))
      return Promise.resolve(sorted(parts(typed).flatMap((part) => meant(part) ?? [])))
    },
    {
      free: true,
      choices: async (scene, answers) => {
        const where = await whereIn(scene, answers)
        const none: Choice = { value: NONE, label: scene.text.review.none }
        const known = where === null ? [] : offered(where)
        return [none, ...known.map((value) => ({ value, label: scene.text.reviewcard.specials[value] }))]
      },
    },
  )

/** What was said to be special, as far as the answers go. */
const saidIn = ({ special = "" }: Answers): readonly Special[] =>
  parts(special).flatMap((part) => meant(part) ?? [])

/** Asked only when something is special in this way. */
export const whenSpecial = <T>(about: readonly Special[], inner: Field<T>): Field<T | null> =>
  onlyWhen((answers) => saidIn(answers).some((each) => about.includes(each)), inner)

const linesIn = async (scene: Scene, answers: Answers): Promise<readonly Asked[]> => {
  const where = await whereIn(scene, answers)
  return where === null ? [] : linesFor(where, sorted(saidIn(answers)))
}

/** The lines that the rulebooks want answered for what is special. */
export const answersField = (): Field<string | null> =>
  whenSpecial(
    ["interpretation", "policy", "major-decision", "service", "event"],
    optional(
      text(1000, {
        asks: async (scene, answers) => {
          const lines = await linesIn(scene, answers)
          const words = scene.text.review
          const asked = words.lines(lines.map((line) => lineOf(scene, line)))
          return lines.some(({ strength }) => strength === "hard") ? asked : `${asked}${words.canSkip}`
        },
      }),
    ),
  )

/** `名称：内容` a line; where only one thing is asked for, its content alone will do. */
export const answersOf = (
  scene: Scene,
  where: Publishing,
  about: readonly Special[],
  typed: string | null,
): readonly Answer[] => {
  const lines = linesFor(where, about)
  const [only, ...others] = lines
  return (typed ?? "").split(/[\n；;]/u).flatMap((line) => {
    const [, named = "", content = ""] = /^([^:：]{1,30})[:：]\s*(.+)$/u.exec(tidy(line)) ?? []
    const found = lines.find((each) => named.trim() === lineOf(scene, each) || named.trim() === each.line)
    if (found) return [{ line: found.line, says: lineOf(scene, found), said: content.trim() }]
    return only && others.length === 0 && tidy(line) !== ""
      ? [{ line: only.line, says: lineOf(scene, only), said: tidy(line) }]
      : []
  })
}

/** `单位：怎样同意的` a line; a unit without a word on its agreement has not agreed. */
export const othersOf = (
  typed: string | null,
): readonly { readonly unit: string; readonly agreed: string }[] =>
  (typed ?? "").split(/[\n；;]/u).flatMap((line) => {
    const [, unit = "", agreed = ""] = /^([^:：]{1,40})(?:[:：]\s*(.*))?$/u.exec(tidy(line)) ?? []
    return unit.trim() === "" ? [] : [{ unit: unit.trim(), agreed: agreed.trim() }]
  })
