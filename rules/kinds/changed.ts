import { z } from "zod"
import { changing, isChanging, type Part, parts } from "../change.ts"
import { expected } from "../expected.ts"
import { type Verdict, wider } from "../strictness.ts"

/** Which changes a rule speaks of; `others` is the text's own 等, and the house says which those are. */
export const Changed = z
  .array(z.enum([...parts, "others"]))
  .min(1)
  .max(20)
  .readonly()
type Changed = z.output<typeof Changed>

interface About {
  readonly starts: string
  readonly of?: Changed | undefined
}

/** Only a change is a change of something: of the account, or of the unit. */
export const isAbout = ({ starts, of = [] }: About, context: z.core.$RefinementCtx): void => {
  if (of.length > 0 && !isChanging(starts))
    context.addIssue({ code: "custom", message: expected("change-starts-it"), path: ["of"] })
  if (!isChanging(starts)) return
  const known: readonly string[] = changing[starts]
  of.forEach((part, index) => {
    if (part !== "others" && !known.includes(part))
      context.addIssue({
        code: "custom",
        message: expected(starts === "unit.changed" ? "part-of-unit" : "part-of-account"),
        path: ["of", index],
      })
  })
}

/** Which parts a rule counts; without a list, and where it ends in 等 and no house says how, every one. */
export const countedBy = ({ starts, of = ["others"] }: About): readonly Part[] => {
  if (!isChanging(starts)) return []
  const all: readonly Part[] = changing[starts]
  return of.includes("others") ? all : all.filter((part) => of.includes(part))
}

/** Whoever counts more changes asks for more. */
export const moreChanges = (a: About, b: About): Verdict => wider(countedBy(a), countedBy(b))
