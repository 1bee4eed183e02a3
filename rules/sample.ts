/** A number that looks drawn, and is the same for everybody who draws again. */
const lotOf = (text: string): number => {
  let lot = 0x811c9dc5
  for (const letter of text) lot = Math.imul(lot ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return lot
}

/** So many of them by lot: who knows the seed can draw again, and nobody can choose. */
export const drawn = <T extends { readonly id: string }>(
  them: readonly T[],
  seed: string,
  count: number,
): readonly T[] =>
  [...them]
    .map((it) => ({ it, lot: lotOf(`${seed}/${it.id}`) }))
    .sort((a, b) => a.lot - b.lot || (a.it.id < b.it.id ? -1 : 1))
    .slice(0, count)
    .map(({ it }) => it)
