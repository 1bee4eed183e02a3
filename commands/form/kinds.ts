import type { KindTable } from "../../rules/ownkind.ts"
import type { Unit } from "../../rules/unit.ts"
import * as ownkinds from "../../services/ownkinds.ts"
import { type Reply, say, type Scene } from "./command.ts"

/** What whoever handed a table of events in is told. */
export const proposed = async (scene: Scene, unit: Unit, table: KindTable): Promise<Reply> => {
  const laxer = await ownkinds.laxer(scene, unit, table)
  return say(scene.text.ownkind.proposed({ count: table.kinds.length, laxer }))
}
