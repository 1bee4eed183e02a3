import type { Case } from "../rules/case.ts"
import { type World, zhang, zhou } from "./world.ts"

/** 张敏 takes in a message, in one line. */
export const takeIn = (w: World, more = "https://weibo.com/1/c1", topic = "供水"): Promise<number> =>
  w.say(zhang, `/message 微博示例县发布 ${topic} 今天 09:00 ${more}`)

/** The message that was taken in last. */
export const latest = async (w: World): Promise<Case> => {
  const all = await w.look(({ tables }) => tables.cases.all())
  const last = [...all].sort((a, b) => a.number.localeCompare(b.number, "en", { numeric: true })).at(-1)
  if (!last) throw new Error("no message was taken in")
  return last
}

/** What is asked for a message, as act, day and phase; what lost its cause is left out. */
export const datesOf = (w: World) =>
  w.look(async ({ tables }) =>
    (await tables.obligations.all())
      .filter(({ act, phase }) => act.startsWith("request.") && phase !== "void")
      .map(({ act, due, phase }) => `${act} ${due?.day ?? "-"} ${phase}`)
      .sort(),
  )

/** Handed to the unit itself, answered on the platform, agreed to where 周静 is asked, and published. */
export const answerOut = async (w: World, ticks: string | null): Promise<void> => {
  await w.press(zhang, "本单位办")
  await w.press(zhang, "提交答复")
  await w.press(zhang, "跳过")
  if ((await latest(w)).chain.length > 0) await w.press(zhou, "同意")
  await w.press(zhang, "答复已发布")
  if (ticks !== null) await w.press(zhang, ticks)
}
