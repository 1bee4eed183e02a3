import { departureKinds } from "../rules/departure.ts"
import { endOf } from "../rules/time.ts"
import * as departing from "../services/leaving/departing.ts"
import { allShown } from "../services/leaving/showing.ts"
import { personField } from "./form/choices.ts"
import { command, press, say } from "./form/command.ts"
import { nearDayField } from "./form/day.ts"
import { oneOf } from "./form/fields.ts"
import { receiverField } from "./form/leaving.ts"

/** For how many accounts another receiver is offered at once. */
const BUTTONS = 5

const leavers = personField("person.leave")

/** Enters that somebody leaves, and who takes over what they keep. */
export const leaving = command({
  name: "leaving",
  right: "person.leave",
  words: (words) => words.leaving.commands.leaving,
  fields: {
    person: leavers,
    kind: oneOf(departureKinds, (words) => words.leaving.kinds),
    on: nearDayField(),
    receiver: receiverField(leavers),
  },
  run: async (scene, { person, kind, on, receiver }) => {
    const announced = await departing.announce(scene, scene.me, { person, kind, lastOn: on, receiver })
    const { departure, unreached, receiving } = announced
    const words = scene.text.leaving
    const handovers = await allShown(scene, announced.handovers)
    const isPast = endOf(on) <= scene.now
    return say(
      words.announced({
        name: person.name,
        kind,
        lastOn: on,
        isPast,
        handovers,
        unreached: unreached.map(({ name }) => name),
        receiving: receiving.length,
      }),
      {
        buttons: [
          ...(handovers.length > 1 ? handovers.slice(0, BUTTONS) : handovers).map((each) => [
            { label: words.another(each), press: press("reassign", { of: each.id }) },
          ]),
          ...(isPast
            ? []
            : [[{ label: words.buttons.stay, press: press("stay", { departure: departure.id }) }]]),
        ],
      },
    )
  },
})
