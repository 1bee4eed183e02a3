import { platforms } from "../rules/account.ts"
import { officialSources } from "../rules/repost.ts"
import { announce } from "../services/reposts/announcing.ts"
import * as cards from "../services/reposts/cards.ts"
import { unitField } from "./form/choices.ts"
import { command, say } from "./form/command.ts"
import { link, many, name, oneOf, optional } from "./form/fields.ts"
import { momentField } from "./form/moment.ts"

const LONGEST_TITLE = 60
const LONGEST_SOURCE = 40

export const urgencies = ["routine", "urgent"] as const

/** Announces once what an official account or website above has published: each account below gets its time. */
export const upstream = command({
  name: "upstream",
  right: "upstream.announce",
  words: (text) => text.repost.commands.upstream,
  fields: {
    unit: unitField("upstream.announce"),
    source: oneOf(officialSources, (text) => text.repost.sources),
    from: name(LONGEST_SOURCE),
    title: name(LONGEST_TITLE),
    link: link(),
    at: momentField(),
    platforms: optional(many(oneOf(platforms, (text) => text.platform))),
    urgency: oneOf(urgencies, (text) => text.repost.urgencies),
  },
  run: async (scene, { unit, urgency, platforms: only, ...item }) => {
    const { kind, chat } = scene.place
    const key = `repost:overview:${scene.newId()}`
    const { task, asked } = await announce(
      scene,
      scene.me,
      unit,
      { ...item, platforms: only ?? [], urgent: urgency === "urgent" },
      kind === "private" ? { key, chat } : null,
    )
    const [overview] = kind === "private" ? task.cards : []
    if (!overview) return say(scene.text.repost.announcedHere(asked.length))
    const { text } = await cards.bodyOf(scene, task, overview)
    return { ...say(text), key }
  },
})
