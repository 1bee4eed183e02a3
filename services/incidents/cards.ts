import { type Incident, isAnswered, isOver } from "../../rules/incident.ts"
import type { Body, Button, Recipient } from "../../rules/outgoing.ts"
import type { Act } from "../app.ts"
import * as groups from "../groups.ts"
import * as outbox from "../outbox.ts"
import * as units from "../units.ts"
import type { ShownIncident } from "./showing.ts"

/** The nearest groups from this unit upwards; a drill stays in the unit. */
export const groupsOf = async (act: Act, { unitId, drill }: Pick<Incident, "unitId" | "drill">) => {
  for (const id of drill ? [unitId] : await units.path(act, unitId)) {
    const found = await groups.ofUnit(act, id)
    if (found.length > 0) return found
  }
  return []
}

/** The groups of the offices above, where it is said that nobody is left. */
export const groupsAbove = async (act: Act, { unitId, drill }: Pick<Incident, "unitId" | "drill">) => {
  const [, ...higher] = await units.path(act, unitId)
  for (const id of drill ? [] : higher) {
    const found = await groups.ofUnit(act, id)
    if (found.length > 0) return found
  }
  return groupsOf(act, { unitId, drill })
}

export const pressing = (id: string, what: string): string => `incident case=${id} do=${what}`

/** For as long as it can be taken back; where nothing can be, there is no button. */
export const undoing = (
  act: Act,
  { id, ladder }: Pick<Incident, "id" | "ladder">,
): readonly (readonly Button[])[] =>
  ladder.undo === 0
    ? []
    : [[{ label: act.text.incident.undoWithin(ladder.undo), press: pressing(id, "undo") }]]

/** What can be pressed as it stands now. */
export const buttonsFor = (act: Act, it: Incident): readonly (readonly Button[])[] => {
  const { buttons } = act.text.incident
  const button = (label: string, press: string): Button => ({ label, press })
  const take = button(buttons.take, pressing(it.id, "take"))
  const pass = button(buttons.pass, pressing(it.id, "pass"))
  const help = button(buttons.help, pressing(it.id, "help"))
  if (isOver(it)) return []
  if (it.state === "open") return [[take, pass], [help]]
  return [
    ...(isAnswered(it) ? [] : [[take, pass]]),
    [button(buttons.progress, `progress case=${it.id}`), button(buttons.still, pressing(it.id, "still"))],
    [help, button(buttons.done, `resolved case=${it.id}`)],
    ...undoing(act, it),
  ]
}

/** A drill says so in every line. */
export const bodyOf = (
  act: Act,
  it: Pick<Incident, "drill">,
  text: string,
  more: Omit<Body, "text"> = {},
): Body => ({
  text: it.drill
    ? text
        .split("\n")
        .map((line) => act.text.incident.drilled(line))
        .join("\n")
    : text,
  ...more,
})

export const cardOf = (act: Act, it: Incident, text: ShownIncident): Body =>
  bodyOf(act, it, act.text.incident.card(text, act.now), { buttons: buttonsFor(act, it) })

/** A word to somebody about it, once under this key. */
export const tell = async (
  act: Act,
  it: Incident,
  to: Recipient,
  { key, text, buttons }: { readonly key: string; readonly text: string; readonly buttons?: Body["buttons"] },
): Promise<void> => {
  await outbox.post(act, {
    to,
    lane: "emergency",
    key: `incident:${it.id}:${key}:${to.id}`,
    body: bodyOf(act, it, text, buttons === undefined ? {} : { buttons }),
  })
}

export const toPerson = (id: string): Recipient => ({ kind: "person", id })
export const toGroup = ({
  id,
  topic,
}: {
  readonly id: string
  readonly topic: string | null
}): Recipient => ({
  kind: "chat",
  id,
  topic,
})
