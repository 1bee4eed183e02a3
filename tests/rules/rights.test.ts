import { describe, expect, test } from "vitest"
import { roles, type Role } from "../../rules/person.ts"
import { holds, holdsAnywhere, type Right, rights } from "../../rules/rights.ts"

const at = (role: Role, unitId: string, until: number | null = null) => ({
  id: "r",
  personId: "p",
  unitId,
  role,
  since: 0,
  until,
})
const names = Object.keys(rights) as Right[]

describe("the table of rights", () => {
  test("as a matrix: U own unit, B also below", () => {
    const mark = (role: Role, right: Right) =>
      holds([at(role, "county")], right, ["town", "county"])
        ? "B"
        : holds([at(role, "county")], right, ["county"])
          ? "U"
          : "."
    const matrix = names.map(
      (right) => `${right.padEnd(18)} ${roles.map((role) => mark(role, right)).join(" ")}`,
    )
    expect(matrix).toMatchInlineSnapshot(`
      [
        "see                B B U U U B U U U B",
        "post.report        . . U . U B U U U .",
        "item.submit        . . U U U B U U U .",
        "upstream.announce  . . U . U B . U . B",
        "case.handle        B B U . U B U U U B",
        "lead.submit        . . U . U B . . . .",
        "duty.finish        B B U . U B U . U B",
        "report.make        B B U . U B . . . B",
        "report.issue       B B . . . B . . . B",
        "score.enter        . . U . U B . . U B",
        "duty.waive         B B . . . . . . . .",
        "task.give          B B U . . B . . . B",
        "check.hold         . . . . . B . . . B",
        "check.self         . B U . U B . . . B",
        "finding.open       . . . . . B . . . B",
        "finding.close      . . . . . B . . . B",
        "talk.record        B B . . U B . . . B",
        "account.register   . . . . . B . . . B",
        "account.edit       . . . . . B . . . B",
        "account.retire     . . . . . B . . . B",
        "account.import     . . . . . B . . . B",
        "account.except     B B . . . . . . . .",
        "procedure.ask      . . . . . B . . . B",
        "procedure.record   . . . . . B . . . B",
        "closure.order      . . . . . . . . . B",
        "incident.raise     B B U U U B U U U B",
        "incident.take      B B U U U B U U U B",
        "drill.hold         B B . . U B . . . B",
        "incident.lower     B B . . . . . . . .",
        "unit.create        . . . . . B . . . B",
        "unit.edit          . . . . . B . . . B",
        "unit.papers        . B . . U B . . . B",
        "person.invite      . . . . . B . . . B",
        "person.appoint     . . . . . B . . . B",
        "person.leave       B B . . . B . . . B",
        "group.bind         . . . . . B . . . B",
        "api.manage         . . . . . B . . . B",
        "roster.edit        B B . . U B . . . B",
      ]
    `)
  })

  test("nobody has a right beside their unit, or above it", () => {
    for (const right of names)
      for (const role of roles) {
        expect(holds([at(role, "town")], right, ["village", "county"])).toBe(false)
        expect(holds([at(role, "town")], right, ["county"])).toBe(false)
      }
  })

  test("an ended role gives no right", () => {
    for (const right of names)
      for (const role of roles) {
        expect(holds([at(role, "town", 1)], right, ["town"])).toBe(false)
        expect(holdsAnywhere([at(role, "town", 1)], right)).toBe(false)
      }
  })
})
