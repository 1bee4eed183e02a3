import { type Incident, isOver, MOST_PHOTOS } from "../../rules/incident.ts"
import type { Act } from "../app.ts"
import * as outbox from "../outbox.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { bodyOf } from "./cards.ts"
import { refresh } from "./dealing.ts"
import { running } from "./finding.ts"
import { keep, note } from "./notes.ts"

/** What somebody who sends a photo means: the latest that they reported, have, or were called to. */
export const meant = async (act: Act, me: people.Member): Promise<Incident | null> => {
  const { id } = me.person
  const concerned = (it: Incident): boolean =>
    it.raisedBy === id || it.holder?.personId === id || it.called.some(({ personId }) => personId === id)
  return (await running(act, me, null)).find((it) => !isOver(it) && concerned(it)) ?? null
}

/** The one whose card stands there: whoever answers it with a photo means it. */
export const shownAt = async (
  act: Act,
  me: people.Member,
  { chat, messageId }: { readonly chat: string; readonly messageId: string },
): Promise<Incident | null> => {
  const key = await outbox.keyOf(act, chat, messageId)
  const all = key === null ? [] : await running(act, me, null)
  return all.find(({ cards }) => Object.values(cards).some((card) => card === key)) ?? null
}

/** Adds a photo, and sends it on to everybody who has a card. The messenger keeps it; we keep its name there. */
export const add = async (
  act: Act,
  me: people.Member,
  it: Incident,
  { photo, said, seenIn }: { readonly photo: string; readonly said: string | null; readonly seenIn: string },
): Promise<void> => {
  await people.demand(act, me, "incident.raise", it.unitId)
  const words = act.text.incident
  const known = it.photos ?? []
  if (known.length >= MOST_PHOTOS) throw new Refusal(words.tooManyPhotos(it.number, MOST_PHOTOS))
  await note(act, it, { what: "photo", personId: me.person.id, note: said })
  const kept = await keep(act, { ...it, photos: [...known, photo] })
  await refresh(act, kept)
  const body = bodyOf(act, it, words.photoOf(it.number, me.person.name, said), { photo })
  for (const [reader, key] of Object.entries(it.cards)) {
    const card = await act.tables.outbox.get(key)
    if (card && reader !== me.person.id && reader !== seenIn)
      await outbox.post(act, {
        to: card.to,
        lane: "emergency",
        key: `incident:${it.id}:photo:${known.length}:${reader}`,
        body,
      })
  }
}

/** Sends the photos of one to whoever asks. */
export const show = async (act: Act, me: people.Member, it: Incident): Promise<number> => {
  const photos = it.photos ?? []
  for (const [at, photo] of photos.entries())
    await outbox.post(act, {
      to: { kind: "person", id: me.person.id },
      lane: "answer",
      body: bodyOf(act, it, act.text.incident.photoNumber(it.number, at + 1, photos.length), { photo }),
    })
  return photos.length
}
