import { rulesOf } from "./chain.ts"
import type { Fact } from "./facts.ts"
import type { InForce } from "./force.ts"
import { approvalsFor, type Publishing, speaking } from "./gates.ts"
import type { Special } from "./item.ts"
import type { Require } from "./kinds/require.ts"
import type { subjects } from "./vocabulary.ts"

type Subject = (typeof subjects)[number]

/** Where the rulebooks speak of what is special: lists to answer, facts to be so, levels to pass. */
const spoken: Readonly<
  Record<Special, { readonly list?: Subject; readonly facts?: readonly Fact[]; readonly approval?: Subject }>
> = {
  repost: { facts: ["item.source-named", "item.source-listed"] },
  others: { facts: ["item.other-units-agree"] },
  interpretation: { list: "item.interpretation", facts: ["item.policy-link"] },
  policy: { facts: ["item.interpretation-link"] },
  "policy-column": { approval: "item.policy-column" },
  "major-decision": { list: "item.major-decision" },
  "public-safety": { approval: "item.public-safety" },
  service: { list: "service.add" },
  event: { list: "event.plan" },
  comment: { approval: "comment.publish" },
  emergency: { approval: "item.emergency" },
}

/** What is asked because of something special: a line to answer, and whether it can be left out. */
export interface Asked {
  readonly line: string
  /** Null for a fact, which is named in the reader's language. */
  readonly says: string | null
  readonly saysEn?: string | undefined
  readonly strength: Require["strength"]
  readonly rules: readonly string[]
}

/** The facts that are answered with a few words or a link. */
const answered: readonly Fact[] = ["item.policy-link", "item.interpretation-link"]

const requiring = (where: Publishing, fact: Fact): readonly InForce<Require>[] =>
  speaking(where, "require").filter(({ rule }) => rule.require === fact)

const hardest = ["hard", "soft", "aim", "note"] as const

/** How a fact is asked for, by the hardest rule that speaks of it; null where none does. */
export const askedFact = (where: Publishing, fact: Fact): Asked | null => {
  const rules = requiring(where, fact)
  const strength = hardest.find((each) => rules.some(({ rule }) => rule.strength === each))
  return strength === undefined
    ? null
    : { line: fact, says: null, strength, rules: rulesOf(rules, () => true) }
}

/** Which special things the rulebooks know at all: nothing else is asked about. */
export const offered = (where: Publishing): readonly Special[] => {
  const lists = new Set(speaking(where, "checklist").map(({ rule }) => rule.for))
  return (Object.keys(spoken) as Special[]).filter((special) => {
    const { list, facts = [], approval } = spoken[special]
    return (
      (list !== undefined && lists.has(list)) ||
      facts.some((fact) => requiring(where, fact).length > 0) ||
      (approval !== undefined && approvalsFor(where, approval).length > 0)
    )
  })
}

/** The lines to answer for what is special about an item, each once. */
export const linesFor = (where: Publishing, about: readonly Special[]): readonly Asked[] => {
  const subjects = about.flatMap((special) => spoken[special].list ?? [])
  const lists = speaking(where, "checklist").filter(({ rule }) => subjects.includes(rule.for))
  const ticks = new Map(lists.flatMap(({ rule }) => rule.ticks.map((tick) => [tick.id, tick])))
  const listed = [...ticks.values()].map(({ id, says, saysEn }): Asked => {
    const asking = lists.filter(({ rule }) => rule.ticks.some((tick) => tick.id === id))
    const strength = hardest.find((each) => asking.some(({ rule }) => rule.strength === each)) ?? "hard"
    return { line: id, says, saysEn, strength, rules: asking.map(({ key }) => key) }
  })
  const facts = about
    .flatMap((special) => spoken[special].facts ?? [])
    .filter((fact) => answered.includes(fact))
    .flatMap((fact) => askedFact(where, fact) ?? [])
  return [...listed, ...facts]
}

/** The kinds of content that the rulebooks tell apart, and from whom alone some of them may come. */
export const categories = (
  where: Publishing,
): readonly {
  readonly name: string
  readonly providers: readonly string[]
  readonly rules: readonly string[]
}[] => {
  const records = speaking(where, "record").filter(({ rule }) => rule.record === "item.category")
  const names = [...new Set(records.flatMap(({ rule }) => rule.fields ?? []))]
  const responsible = requiring(where, "item.source-responsible").map(({ key }) => key)
  return names.map((name) => ({
    name,
    providers: [...new Set(records.flatMap(({ rule }) => rule.providers?.[name] ?? []))],
    rules: [
      ...records.filter(({ rule }) => rule.fields?.includes(name)).map(({ key }) => key),
      ...responsible,
    ],
  }))
}

/** The hosts and names whose words may be passed on: those of every rulebook together, for each office adds its own. */
export const sources = ({ stack }: Pick<Publishing, "stack">): readonly string[] =>
  stack.rules.flatMap(({ rule }) =>
    rule.kind === "record" && rule.record === "item.sources" ? (rule.fields ?? []) : [],
  )
