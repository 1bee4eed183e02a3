import { COUNTY } from "./office.ts"
import { type World, zhang } from "./world.ts"

export const DAY_AND_NIGHT = "08:00-20:00，20:00-08:00"

interface Wanted {
  readonly hours?: string
  readonly people?: string
  readonly days?: string
  readonly layer?: string
  readonly from?: string
  readonly turn?: string
}

/** 张敏 sets up a rota of the county office in one message: unless said otherwise 张敏, 李国强 and 周静 take day and night in turn. */
export const arrange = async (w: World, wanted: Wanted = {}): Promise<string> => {
  const { hours = DAY_AND_NIGHT, people = "张敏，李国强，周静", days = "每天" } = wanted
  const { layer = "值班", from = "2026-03-03", turn = "1" } = wanted
  w.said()
  await w.say(
    zhang,
    [
      "/rota",
      `单位：${COUNTY}`,
      `班次类别：${layer}`,
      `日子：${days}`,
      `时段：${hours}`,
      "人员分法：同一批人依次轮",
      `轮班人员：${people}`,
      `轮换周期：${turn}`,
      `起始日：${from}`,
    ].join("\n"),
  )
  return w.said().at(-1)?.text ?? ""
}

/** Everything that stands on rosters: nothing may have changed where something was refused. */
export const kept = (w: World) =>
  w.look(async ({ tables }) => [
    await tables.rotas.all(),
    await tables.overrides.all(),
    await tables.leaves.all(),
  ])
