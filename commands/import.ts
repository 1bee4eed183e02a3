import * as dryruns from "../services/dryruns.ts"
import { Refusal } from "../services/refusal.ts"
import { KEPT_DAYS } from "../services/requests.ts"
import * as reversal from "../services/reversal.ts"
import * as uploads from "../services/uploads.ts"
import { command, press, type Reply, say, type Scene, turnInto, type Upload } from "./form/command.ts"
import { id, oneOf, silent } from "./form/fields.ts"

const steps = ["apply", "cancel", "undo"] as const
type Step = (typeof steps)[number]

/** Takes a ledger in: first a dry run, then on a press all of it, which can be taken back in one step. */
export const import_ = command({
  name: "import",
  right: "account.import",
  where: "private",
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
  if ("mistake" in reading) throw new Refusal(scene.text.ledger.file(reading.mistake))
  const shown = await uploads.preview(scene, scene.me, name, reading.table)
  const text = dryruns.inWords(scene, reading.table, shown)
  if (shown.preview.kind !== "ready") return say(text)
  const { carried, upload } = shown.preview
  const { added, changed } = carried.difference
  const { buttons, waits } = scene.text.upload
  const label =
    carried.opposed.length > 0 ? buttons.ask : buttons.apply({ added: added.length, changed: changed.length })
  const to = (step: Step) => press("import", { upload: upload.id, step })
  return say(`${text}\n\n${waits(uploads.KEPT_HOURS)}`, {
    buttons: [[{ label, press: to("apply") }], [{ label: buttons.cancel, press: to("cancel") }]],
  })
}

const pressed: Record<Step, (scene: Scene, upload: string) => Promise<Reply>> = {
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
  cancel: async (scene, upload) =>
    turnInto(scene.text.upload.cancelled(await uploads.drop(scene, scene.me, upload))),
  undo: async (scene, upload) =>
    turnInto(scene.text.upload.undone(await reversal.undo(scene, scene.me, upload))),
}
