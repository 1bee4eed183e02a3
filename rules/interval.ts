import type { Instant } from "./time.ts"

/** A time from one instant up to another, which is not part of it. */
export interface Interval {
  readonly from: Instant
  readonly to: Instant
}

export const touches = (a: Interval, b: Interval): boolean => a.from < b.to && b.from < a.to

/** The same time in order, without overlaps, and in one piece where pieces meet. */
export const joined = (pieces: readonly Interval[]): readonly Interval[] => {
  const found: Interval[] = []
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    if (piece.from >= piece.to) continue
    const last = found.at(-1)
    if (last === undefined || piece.from > last.to) found.push({ from: piece.from, to: piece.to })
    else found[found.length - 1] = { from: last.from, to: Math.max(last.to, piece.to) }
  }
  return found
}

/** What is left of the first without the second. */
export const without = (pieces: readonly Interval[], taken: readonly Interval[]): readonly Interval[] =>
  joined(taken).reduce<readonly Interval[]>(
    (left, cut) =>
      left.flatMap((piece) =>
        touches(piece, cut)
          ? [
              { from: piece.from, to: cut.from },
              { from: cut.to, to: piece.to },
            ].filter(({ from, to }) => from < to)
          : [piece],
      ),
    joined(pieces),
  )

/** What lies in both. */
export const common = (pieces: readonly Interval[], others: readonly Interval[]): readonly Interval[] =>
  without(pieces, without(pieces, others))
