import { attentions } from "../rules/case.ts"
import { take } from "../services/cases/taking.ts"
import { accountField } from "./form/account.ts"
import { after, topicField } from "./form/case.ts"
import { command, type Field, type Scene } from "./form/command.ts"
import { field, link, oneOf, optional, silent } from "./form/fields.ts"
import { momentField } from "./form/moment.ts"
import { z } from "zod"

/** Mostly it is entered as soon as it was seen. */
const received = () => ({
  ...momentField(),
  choices: (scene: Scene) => {
    const { now, today, yesterday } = scene.text.cases.received
    return Promise.resolve([now, today, yesterday].map((each) => ({ value: each, label: each })))
  },
})

/** The number that a platform gave it: short, and mostly of digits. */
const platformNumber = (): Field<string> =>
  field(z.string().regex(/^(?=.*\d{3})[A-Za-z\d-]{3,40}$/), (_scene, typed) => Promise.resolve(typed))

/** Takes in a message of the public: what it is about in a word, and where it stands; never what it says, or who wrote it. */
export const message = command({
  name: "message",
  right: "case.handle",
  unlisted: true,
  careful: "people",
  words: (words) => words.cases.commands.message,
  fields: {
    account: accountField("case.handle"),
    topic: optional(topicField()),
    received: received(),
    link: optional(link()),
    number: { ...optional(platformNumber()), when: ({ link: where }) => where === undefined || where === "" },
    attention: silent(oneOf(attentions, (words) => words.cases.attentions)),
    confidential: silent(
      oneOf(["confidential"], ({ cases }) => ({ confidential: cases.marks.confidential })),
    ),
  },
  run: async (
    scene,
    { account, topic, received: receivedAt, link: where, number, attention, confidential },
  ) =>
    after(
      scene,
      await take(scene, scene.me, account, {
        topic,
        attention: attention ?? "single",
        confidential: confidential !== null,
        link: where,
        platformNumber: number,
        receivedAt,
      }),
      "taken",
    ),
})
