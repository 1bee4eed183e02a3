import fc from "fast-check"
import { expect, test } from "vitest"
import { Doubtful } from "../../bot/messenger.ts"
import { type Lane, lanes } from "../../rules/outgoing.ts"
import { post } from "../../services/outbox.ts"
import { toChat } from "./desk.ts"
import { Office } from "./office.ts"

/** Those that say something; removals have no limits. */
const spoken = lanes.filter((lane) => lane !== "removal")

interface Step {
  readonly wait: number
  readonly posts: readonly { readonly chat: string; readonly lane: Lane }[]
  readonly fault: "none" | "later" | "doubtful"
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    wait: fc.constantFrom(0, 100, 1_000, 20_000),
    posts: fc.array(
      fc.record({ chat: fc.constantFrom("-1", "-2", "1", "2", "3"), lane: fc.constantFrom(...spoken) }),
      { maxLength: 12 },
    ),
    fault: fc.constantFrom("none" as const, "none" as const, "later" as const, "doubtful" as const),
  }),
  { maxLength: 12 },
)

const faultOf = (kind: Step["fault"]): Error | null =>
  kind === "none" ? null : kind === "later" ? new Error("ECONNREFUSED") : new Doubtful("timeout")

/** Does what was said, and then turns the clock until nothing waits. */
const play = async (office: Office, plan: readonly Step[]): Promise<void> => {
  let number = 0
  for (const { wait, posts, fault } of plan) {
    office.paper.faults.push(faultOf(fault))
    await office.desk.do(async (turn) => {
      for (const { chat, lane } of posts) {
        await post(turn, toChat(chat, `${lane} ${(number += 1)}.`, { lane, key: String(number) }))
      }
    })
    await office.after(wait)
  }
  for (let turns = 0; turns < 2_000 && (await office.sender.nextDue()) !== null; turns++) {
    await office.after(Math.max(1, await office.wait()))
  }
}

/** What may be missing after two calls without an answer is quoted, not repeated. */
const unquoted = (text: string): string => text.replace(/开头是「[^」]*」/g, "")

test("whatever is posted and whatever fails, all leaves, in order, within the limits, repeated once at most", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const office = await Office.open()
      await play(office, plan)
      const { letters, limits } = office.paper
      const said = letters.flatMap(({ chat, text, at }) =>
        [...unquoted(text).matchAll(/(\w+) (\d+)\./g)].map(([, lane = "", number]) => ({
          chat,
          lane,
          at,
          number: Number(number),
          repeat: text.startsWith("（可能重复）"),
        })),
      )
      const posted = plan.flatMap(({ posts }) => posts)
      expect(new Set(said.map(({ number }) => number)).size).toBe(posted.length)
      for (const number of posted.keys()) {
        const times = said.filter((one) => one.number === number + 1)
        expect(times.length).toBeLessThanOrEqual(2)
        expect(times.slice(1).every(({ repeat }) => repeat)).toBe(true)
      }
      for (const chat of new Set(said.map((one) => one.chat))) {
        const here = letters.filter((one) => one.chat === chat)
        for (const { at } of here) {
          const minute = here.filter((one) => one.at >= at && one.at < at + 60_000).length
          const second = here.filter((one) => one.at >= at && one.at < at + 1_000).length
          if (chat.startsWith("-")) expect(minute).toBeLessThanOrEqual(limits.perGroupMinute)
          else expect(second).toBeLessThanOrEqual(limits.chatBurst + 1)
        }
        for (const lane of spoken) {
          const line = said.filter((one) => one.chat === chat && one.lane === lane)
          const numbers = [...new Set(line.map(({ number }) => number))]
          expect(numbers).toEqual([...numbers].sort((one, other) => one - other))
        }
      }
      await office.sender.stop()
    }),
    { numRuns: 60 },
  )
})

test("up to four emergencies to a group leave at once, and one to a person, whatever else waits for them", async () => {
  const routine = fc.array(fc.constantFrom("answer" as const, "notice" as const, "digest" as const), {
    maxLength: 40,
  })
  await fc.assert(
    fc.asyncProperty(routine, routine, async (before, after) => {
      const office = await Office.open()
      const plan = (lane: Lane, chat: string) => ({ lane, chat })
      const posts = [
        ...before.flatMap((lane) => [plan(lane, "-1"), plan(lane, "1")]),
        ...["-1", "-1", "-1", "-1", "1"].map((chat) => plan("emergency", chat)),
        ...after.flatMap((lane) => [plan(lane, "-1"), plan(lane, "1")]),
      ]
      await office.desk.do(async (turn) => {
        for (const { chat, lane } of posts.slice(0, before.length * 2))
          await post(turn, toChat(chat, lane, { lane }))
      })
      await office.settle()
      await office.desk.do(async (turn) => {
        for (const { chat, lane } of posts.slice(before.length * 2))
          await post(turn, toChat(chat, lane, { lane }))
      })
      await office.settle()
      const urgent = office.paper.letters.filter(({ text }) => text === "emergency")
      expect(urgent).toHaveLength(5)
      await office.sender.stop()
    }),
    { numRuns: 40 },
  )
})
