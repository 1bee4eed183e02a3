import * as people from "../services/people.ts"
import * as units from "../services/units.ts"
import * as watch from "../services/watch.ts"
import { instantOf } from "../rules/time.ts"
import { type World, world, zhang, zhou } from "./world.ts"

export const COUNTY = "示例县人民政府办公室"
/** The account that the stories take through its life. */
export const ACCOUNT = "微博示例县发布"

/** The county of every story, with 周静 as its chief, under these shipped rulebooks. */
export const office = async (rulebooks: readonly string[], at = "2026-03-02"): Promise<World> => {
  const w = await world({ at: instantOf(at, "10:00") })
  await w.look(async (turn) => {
    const [county] = await turn.tables.units.where("name", COUNTY)
    if (!county) throw new Error("no county")
    const chief = { user: `telegram:${zhou}`, name: "周静", chat: String(zhou), unitId: county.id }
    const { id } = await people.enrol(turn, chief)
    await people.appoint(turn, id, county.id, "chief")
    // Older than any rulebook: nobody asks for their approval.
    for (const account of await turn.tables.accounts.where("unit", county.id))
      await turn.tables.accounts.put({ ...account, openedOn: "2015-01-01" })
    await units.change(turn, county.id, { rulebooks })
    await watch.below(turn, county.id)
  })
  // Nobody can be written to who has never written.
  await w.say(zhou, "/me")
  w.said()
  return w
}

/** What the clock says of an account. */
export const standing = (w: World, name = "示例县发布", platform = "weibo") =>
  w.look(async ({ tables }) => {
    const account = (await tables.accounts.all()).find(
      (each) => each.name === name && each.platform === platform,
    )
    if (!account) throw new Error(`no account ${name}`)
    return {
      account,
      clocks: await tables.clocks.where("account", account.id),
      windows: await tables.offlineWindows.where("account", account.id),
      duties: await tables.obligations.where("account", account.id),
    }
  })

const OFFICES = ["县政府办公室", "市政府办公室", "省政府办公厅"] as const

/** 张敏 applies, 周静 agrees, and the three offices above are recorded on a day. */
export const approvedOffline = async (
  w: World,
  { from, until, on }: { readonly from: string; readonly until: string; readonly on: string },
): Promise<void> => {
  await w.say(zhang, `/offline ${ACCOUNT}\n原因：升级改造\n下线日期：${from}\n恢复日期：${until}`)
  await w.press(zhou, "同意")
  const id = await w.look(async ({ tables }) => (await tables.procedures.all()).at(-1)?.id ?? "")
  for (const [index, office] of OFFICES.entries())
    await w.say(
      zhang,
      `/record\n申请：${id}\n批复单位：${office}\n文号：批${on}-${index}\n批复日期：${on}\n结果：同意`,
    )
}
