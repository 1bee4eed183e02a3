import { describe, expect, test } from "vitest"
import { Doubtful, Moved, Refused, Unreachable } from "../../bot/messenger.ts"
import { seconds } from "../../rules/time.ts"
import * as secrets from "../../services/secrets.ts"
import { toChat } from "./desk.ts"
import { GROUP, type Office, useOffice } from "./office.ts"

const { now } = useOffice()

const remove = (office: Office, messageId: string): Promise<void> =>
  office.desk.do((turn) =>
    secrets.takeAway(turn, { chat: GROUP, topic: null, messageId, sender: null, place: "group" }),
  )

const removals = async (office: Office) =>
  (await office.desk.outbox()).filter(({ removes }) => removes !== undefined)

describe("a removal", () => {
  test("is called for before anything that was posted earlier, emergencies included", async () => {
    const office = now()
    const { paper, desk } = office
    await office.sender.stop()
    await desk.post(toChat(GROUP, "火灾", { lane: "emergency" }))
    await remove(office, "7")
    await office.restart()
    expect(paper.calls.slice(0, 2)).toEqual(["remove 7", "send 火灾"])
  })

  test("spends nothing of what may be said, and waits for no room", async () => {
    const office = now()
    for (let id = 1; id <= 50; id++) await remove(office, String(id))
    await office.settle()
    expect(office.paper.removed).toHaveLength(50)
    expect(office.paper.letters.length).toBeGreaterThan(0)
  })

  test("that got no answer is tried again until it has one, and nobody hears of a repeat", async () => {
    const office = now()
    office.paper.faults.push(new Doubtful("no answer"), new Doubtful("no answer"), new Error("down"))
    await remove(office, "7")
    await office.settle()
    for (let tries = 0; tries < 5; tries++) await office.after(seconds(15))
    expect(office.paper.removed).toEqual([`${GROUP} 7`, `${GROUP} 7`, `${GROUP} 7`])
    expect(office.paper.texts.join()).not.toContain("可能重复")
    expect((await removals(office)).map(({ state }) => state)).toEqual(["sent"])
  })

  test("survives the end of the process, wherever it was", async () => {
    const office = now()
    await office.sender.stop()
    await remove(office, "7")
    await remove(office, "8")
    const [one] = await removals(office)
    await office.change(one?.id ?? "", { state: "sending", attempts: 1 })
    await office.restart()
    expect([...office.paper.removed].sort()).toEqual([`${GROUP} 7`, `${GROUP} 8`])
  })

  test.each([new Refused("400: message can't be deleted"), new Unreachable("not enough rights")])(
    "that is not allowed is told, and is no fault: %s",
    async (fault) => {
      const office = now()
      office.paper.faults.push(fault)
      await remove(office, "7")
      await office.settle()
      expect((await removals(office)).map(({ state }) => state)).toEqual(["failed"])
      expect(office.desk.faults).toEqual([])
      expect(office.paper.texts.join()).toContain("但删不掉，请您自己马上删除")
    },
  )

  test("is not carried into a group that goes on elsewhere, where its id is another message's", async () => {
    const office = now()
    office.paper.faults.push(new Moved("-9"))
    await remove(office, "7")
    await office.settle()
    expect(office.paper.removed).toEqual([])
    expect((await removals(office)).map(({ state, to }) => [state, to.id])).toEqual([["failed", "-9"]])
    expect(office.paper.letters.map(({ chat }) => chat)).toEqual(["-9"])
  })
})
