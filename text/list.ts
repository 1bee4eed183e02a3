/** The first lines of a list that may be long, and how many more there are. */
export const firstLines = (
  lines: readonly string[],
  most: number,
  more: (count: number) => string,
): readonly string[] => (lines.length <= most ? lines : [...lines.slice(0, most), more(lines.length - most)])

/** How many lines a list of a whole office shows. */
export const MOST_LINES = 40

/** How many rules that change nothing are named. */
export const MOST_IDLE = 12

/** How many dates that moved are named. */
export const MOST_MOVED = 15
