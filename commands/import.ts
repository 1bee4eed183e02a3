import * as reversal from "../services/reversal.ts"
import * as uploads from "../services/uploads.ts"
import { Refusal } from "../services/refusal.ts"
import { command, press, type Reply, say, type Scene, turnInto, type Upload } from "./form/command.ts"
import { id, oneOf, silent } from "./form/fields.ts"
import { KEPT_DAYS } from "../services/requests.ts"

const steps = ["apply", "cancel", "undo"] as const

/** Takes a ledger in: first a dry run, then on a press all of it, which can be taken back in one step. */
export const import_ = command({
  name: "import",
  right: "account.import",
  words: (text) => text.upload.commands.import,
  fields: {
    upload: silent(id()),
    step: silent(oneOf(steps, (words) => words.upload.steps)),
  },
  run: async (scene, { upload, step }) => {
    if (scene.file) return dryRun(scene, scene.file)
    const { buttons, howTo } = scene.text.upload
    if (upload === null || step === null)
      return say(howTo, { buttons: [[{ label: buttons.blank, press: press("export", { blank: "yes" }) }]] })
    return pressed[step](scene, upload)
  },
})

const dryRun = async (scene: Scene, { name, reading }: Upload): Promise<Reply> => {
  const { ledger: words, upload: own } = scene.text
  if ("mistake" in reading) throw new Refusal(words.file(reading.mistake))
  const { reading: read, preview } = await uploads.preview(scene, scene.me, name, reading.table)
  const notes = words.notes(read, reading.table)
  switch (preview.kind) {
    case "mistakes": {
      const { mistakes, forbidden } = preview
      const wrong = [
        ...(mistakes.length > 0 ? [words.mistakes(mistakes)] : []),
        ...(forbidden.length > 0 ? [own.forbidden(forbidden)] : []),
      ]
      return say([...wrong, ...notes].join("\n\n"))
    }
    case "nothing": {
      const { unchanged, absent } = preview.carried.difference
      return say([own.nothing({ unchanged: unchanged.length, absent: absent.length }), ...notes].join("\n\n"))
    }
    case "ready":
      return card(scene, preview, notes)
  }
}

const card = (
  scene: Scene,
  { carried, upload }: Extract<uploads.Preview, { kind: "ready" }>,
  notes: readonly string[],
): Reply => {
  const { ledger: words, upload: own } = scene.text
  const { difference, opposed, noted } = carried
  const counts = { added: difference.added.length, changed: difference.changed.length }
  const to = (step: (typeof steps)[number]) => press("import", { upload: upload.id, step })
  const { buttons } = own
  return say(
    [
      words.difference(difference),
      ...(opposed.length > 0 ? [own.opposed(opposed)] : []),
      ...(noted.length > 0 ? [own.noted(noted)] : []),
      ...notes,
      own.waits(uploads.KEPT_HOURS),
    ].join("\n\n"),
    {
      buttons: [
        [{ label: opposed.length > 0 ? buttons.ask : buttons.apply(counts), press: to("apply") }],
        [{ label: buttons.cancel, press: to("cancel") }],
      ],
    },
  )
}

const pressed: Record<(typeof steps)[number], (scene: Scene, upload: string) => Promise<Reply>> = {
  apply: async (scene, upload) => {
    const { upload: words } = scene.text
    const applied = await uploads.apply(scene, scene.me, upload)
    if (applied.kind === "done")
      return turnInto(words.done(applied, uploads.KEPT_HOURS), { buttons: reversal.undoing(scene, upload) })
    if (applied.leaders !== null) return turnInto(words.asked(applied.leaders, KEPT_DAYS))
    return {
      ...say(words.askedMyself),
      then: { command: "approve", answers: { request: applied.requestId } },
    }
  },
  cancel: async (scene, upload) => turnInto(scene.text.upload.cancelled(await uploads.drop(scene, upload))),
  undo: async (scene, upload) =>
    turnInto(scene.text.upload.undone(await reversal.undo(scene, scene.me, upload))),
}
