/** The first lines of a list that may be long, and how many more there are. */
export const firstLines = (
  lines: readonly string[],
  most: number,
  more: (count: number) => string,
): readonly string[] => (lines.length <= most ? lines : [...lines.slice(0, most), more(lines.length - most)])
