import * as photos from "../services/incidents/photos.ts"
import * as timeline from "../services/incidents/timeline.ts"
import { command, press } from "./form/command.ts"
import { oneOf, silent } from "./form/fields.ts"
import { about, incidentField } from "./form/incident.ts"

const formats = ["docx", "xlsx"] as const
const forms = [...formats, "photos"] as const

/** What happened to an emergency, line by line, as it was written down when it happened; as text, or as a paper to be filed. */
export const timeline_ = command({
  name: "timeline",
  right: "see",
  words: (words) => words.incident.commands.timeline,
  fields: {
    case: silent(incidentField()),
    format: silent(oneOf(forms, ({ incident }) => ({ ...incident.timelineFiles, photos: incident.photos }))),
  },
  run: async (scene, { case: one, format }) => {
    const words = scene.text.incident
    const it = one ?? (await timeline.latest(scene, scene.me))
    const story = await timeline.of(scene, it)
    if (format === "photos")
      return about(scene, it, words.photosShown(await photos.show(scene, scene.me, it)))
    if (format !== null) {
      const file = await timeline.file(scene, story, format)
      return about(scene, it, words.timelineMade(it.number), { file })
    }
    return about(scene, it, words.timeline(story), {
      buttons: [
        formats.map((each) => ({
          label: words.timelineFiles[each],
          press: press("timeline", { case: it.id, format: each }),
        })),
        ...((it.photos?.length ?? 0) === 0
          ? []
          : [[{ label: words.photos, press: press("timeline", { case: it.id, format: "photos" }) }]]),
      ],
    })
  },
})
