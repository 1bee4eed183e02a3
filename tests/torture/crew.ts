import type { Role } from "../../rules/person.ts"
import type { Unit } from "../../rules/unit.ts"
import type { Act } from "../../services/app.ts"
import * as people from "../../services/people.ts"

/** Where the office above reads that nobody is left. */
export const upperGroup = -4_002

interface Hand {
  readonly user: number
  readonly name: string
  readonly roles: readonly Role[]
  readonly deputy?: boolean
  readonly above?: boolean
}

/** Those whom the ladder of an emergency calls, in its order. */
export const crew: readonly Hand[] = [
  { user: 7_001, name: "值班甲", roles: ["duty"] },
  { user: 7_002, name: "值班乙", roles: ["duty"] },
  { user: 7_003, name: "副班", roles: ["reviewer"], deputy: true },
  { user: 7_004, name: "分管领导", roles: ["leader"] },
  { user: 7_005, name: "主要负责人", roles: ["chief"] },
  { user: 7_006, name: "主管单位", roles: ["supervisor", "administrator"], above: true },
]

/** Whoever reports emergencies, and is on no step of the ladder. */
export const reporter: Hand = { user: 7_007, name: "报告人", roles: ["information-officer"] }

/** Enrols them in the office and the one above it; the deputy is on the roster day and night. */
export const enrol = async (turn: Act, office: Unit, upper: Unit): Promise<void> => {
  for (const { user, name, roles, deputy, above } of [...crew, reporter]) {
    const unitId = above ? upper.id : office.id
    const person = await people.enrol(turn, { user: `telegram:${user}`, name, chat: String(user), unitId })
    for (const role of roles) await people.appoint(turn, person.id, unitId, role)
    if (!deputy) continue
    await turn.tables.rotas.put({
      id: turn.newId(),
      unitId,
      layer: "deputy",
      days: "every day",
      start: "00:00",
      end: "00:00",
      people: [person.id],
      turn: 1,
      from: "2026-01-01",
      until: null,
      group: "torture",
      by: "setup",
      at: turn.now,
    })
  }
  await turn.tables.chats.put({
    id: String(upperGroup),
    unitId: upper.id,
    title: "主管单位工作群",
    topic: null,
    reachable: true,
  })
}
