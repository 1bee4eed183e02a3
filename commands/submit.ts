import { publishingOn } from "../services/reviews/asking.ts"
import * as showing from "../services/reviews/showing.ts"
import * as submitting from "../services/reviews/submitting.ts"
import { Unfit } from "../services/reviews/unfit.ts"
import { accountField } from "./form/account.ts"
import { command, press, Reconsider, say } from "./form/command.ts"
import { link, many, name, optional, text } from "./form/fields.ts"
import {
  answersField,
  answersOf,
  categoryField,
  othersOf,
  providerField,
  specialField,
  whenSpecial,
} from "./form/review.ts"

/** Sends something in, to be looked at before it is published; only a link to the draft is kept. */
export const submit = command({
  name: "submit",
  right: "item.submit",
  words: (words) => words.review.commands.submit,
  fields: {
    title: name(100),
    account: many(accountField("item.submit")),
    category: categoryField(),
    provider: providerField(),
    special: specialField(),
    source: whenSpecial(["repost"], text(200)),
    others: whenSpecial(["others"], text(600)),
    answers: answersField(),
    link: optional(link()),
  },
  run: async (scene, { account, special, others, answers, ...said }) => {
    const [first] = account
    const where = first ? await publishingOn(scene, first.unitId, account) : null
    try {
      const item = await submitting.submit(scene, scene.me, {
        ...said,
        accounts: account,
        specials: special,
        others: othersOf(others),
        answers: where === null ? [] : answersOf(scene, where, special, answers),
      })
      const { buttons } = scene.text.review
      return say(scene.text.reviewcard.sent(await showing.shown(scene, item)), {
        buttons: [
          [
            { label: buttons.why, press: press("why", { item: item.id }) },
            { label: buttons.retract, press: press("retract", { item: item.id }) },
          ],
        ],
      })
    } catch (fault) {
      // What would mend it is asked for again; the rest of the answers stay.
      if (fault instanceof Unfit) throw new Reconsider(fault.message, [fault.about])
      throw fault
    }
  },
})
