/** How many letters have to be typed, left out, changed or swapped with their neighbour to get from one word to the other. */
const distance = (a: string, b: string): number => {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i])
  for (let j = 0; j <= b.length; j++) (rows[0] ?? [])[j] = j
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity
      ;(rows[i] ?? [])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swap)
    }
  }
  return at(a.length, b.length)
}

const LONGEST = 60

/** The word that was probably meant, or null when none is near. */
export const nearest = (typed: string, words: readonly string[]): string | null => {
  const wanted = typed.trim().toLowerCase().slice(0, LONGEST)
  const ranked = words
    .map((word) => ({ word, away: distance(wanted, word.toLowerCase()) }))
    .sort((a, b) => a.away - b.away)
  const best = ranked[0]
  return best !== undefined && best.away <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : null
}
