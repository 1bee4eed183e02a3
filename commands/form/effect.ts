import type { Effect } from "../../services/shifts/changing.ts"
import type { Scene } from "./command.ts"

/** What a change of the roster means beside itself, in lines. */
export const warnings = (scene: Scene, ...effects: readonly Effect[]): readonly string[] => {
  const words = scene.text.coverage
  return effects.flatMap(({ holes, source, unreachable }) => [
    ...(holes.length > 0 ? [words.warned(holes, source)] : []),
    ...(unreachable.length > 0 ? [words.unreached(unreachable)] : []),
  ])
}
