import { z } from "zod"
import type { Case } from "../../rules/case.ts"
import { isOpen } from "../../rules/case.ts"
import { isNext } from "../../rules/casework.ts"
import { tidyName } from "../../rules/words.ts"
import { buttonsFor } from "../../services/cases/cards.ts"
import { openOf } from "../../services/cases/reading.ts"
import { calledIn, known, shown } from "../../services/cases/showing.ts"
import { refuseOutOfTurn } from "../../services/cases/taking.ts"
import type { Choice, Early, Field, Reply, Scene } from "./command.ts"
import { say } from "./command.ts"
import { unitsHere } from "./choices.ts"
import { field, text } from "./fields.ts"

const OFFERED = 20
const LONGEST_TOPIC = 20

/** The messages that are open in the units somebody may see to here, the earliest first. */
export const casesHere = async (scene: Scene): Promise<readonly Case[]> => {
  const found = new Map<string, Case>()
  for (const { id } of await unitsHere(scene, "case.handle"))
    for (const each of await openOf(scene, id)) found.set(each.id, each)
  return [...found.values()].sort((a, b) => a.receivedAt - b.receivedAt)
}

/** A message of the public: pressed, or typed by its number. */
export const caseField = (fits: (it: Case) => boolean = isOpen): Field<Case> =>
  field(
    z
      .string()
      .transform(tidyName)
      .pipe(z.string().regex(/^(?:m\d{4}-\d{1,6}|[\w-]{8,40})$/i)),
    (scene, typed) => known(scene, scene.me, typed),
    {
      takes: (word) => /^m\d{4}-\d{1,6}$/i.test(word),
      calls: (scene: Scene, it: Case) => Promise.resolve(calledIn(scene, it)),
      nothing: (words) => words.cases.none,
      choices: async (scene) =>
        (await casesHere(scene))
          .filter(fits)
          .slice(0, OFFERED)
          .map((it): Choice => ({ value: it.id, label: calledIn(scene, it) })),
    },
  )

/** The one whose next step this is. */
export const caseAt = (step: Parameters<typeof isNext>[1]): Field<Case> => caseField((it) => isNext(it, step))

/** Says that it is not its turn before anything else is asked. */
export const inTurn =
  (step: Parameters<typeof isNext>[1]) =>
  (scene: Scene, { case: it }: { readonly case?: Case }): Promise<Early | null> => {
    if (it !== undefined) refuseOutOfTurn(scene, it, step)
    return Promise.resolve(null)
  }

/** What a message is about: one of what offices are written to about mostly, or a few words. */
export const topicField = (): Field<string> =>
  text(LONGEST_TOPIC, {
    choices: (scene) =>
      Promise.resolve(scene.text.cases.topics.map((each) => ({ value: each, label: each }))),
  })

/** The message after a step, with what can be done next. */
export const after = async (
  scene: Scene,
  it: Case,
  what: "card" | "taken" | "done" = "done",
): Promise<Reply> =>
  say(scene.text.casecard[what](await shown(scene, it)), {
    buttons: buttonsFor(scene, it).filter((row) => row.length > 0),
  })
