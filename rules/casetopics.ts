import { type Attention, attentions, type Case, isOpen } from "./case.ts"

/** What people wrote about, and how many of them: one line of a summary. */
export interface TopicLine {
  /** Null for those that are not sorted yet, or are to be kept to oneself. */
  readonly topic: string | null
  readonly by: Readonly<Record<Attention, number>>
  readonly count: number
  readonly settled: number
  readonly reopened: number
}

const named = ({ topic, confidential }: Case): string => (confidential ? "" : (topic ?? ""))

/** By topic and attention: what concerns the most people first, then what came most often. */
export const groupedByTopic = (cases: readonly Case[]): readonly TopicLine[] => {
  const groups = new Map<string, Case[]>()
  for (const each of cases) groups.set(named(each), [...(groups.get(named(each)) ?? []), each])
  return [...groups]
    .map(([topic, its]): TopicLine => {
      const count = (attention: Attention) => its.filter((each) => each.attention === attention).length
      return {
        topic: topic === "" ? null : topic,
        by: { hot: count("hot"), some: count("some"), single: count("single") },
        count: its.length,
        settled: its.filter((each) => !isOpen(each)).length,
        reopened: its.reduce((sum, each) => sum + each.reopened, 0),
      }
    })
    .sort(
      (a, b) =>
        attentions.reduce((found, each) => found || b.by[each] - a.by[each], 0) ||
        ((a.topic ?? "") < (b.topic ?? "") ? -1 : 1),
    )
}
