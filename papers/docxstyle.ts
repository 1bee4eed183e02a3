/** How an official document looks (GB/T 9704): lengths in millimetres, sizes in half points, lines in twentieths of a point. */
export interface Face {
  readonly font: string
  readonly size: number
  readonly line: number
}

export const TWIPS_PER_MM = 1440 / 25.4

export const A4 = { width: 210, height: 297 } as const
export const margins = { top: 37, bottom: 35, left: 28, right: 26 } as const

export const faces = {
  title: { font: "方正小标宋简体", size: 44, line: 680 },
  heading: { font: "黑体", size: 32, line: 560 },
  body: { font: "仿宋_GB2312", size: 32, line: 560 },
  note: { font: "仿宋_GB2312", size: 24, line: 400 },
  table: { font: "仿宋_GB2312", size: 24, line: 360 },
  tableHeading: { font: "黑体", size: 24, line: 360 },
} as const satisfies Record<string, Face>

/** What is taken where the office's machine lacks a face; the last ones are free. */
export const instead: Readonly<Record<string, readonly string[]>> = {
  方正小标宋简体: ["宋体", "SimSun", "STSong", "Noto Serif CJK SC"],
  黑体: ["SimHei", "STHeiti", "Noto Sans CJK SC"],
  仿宋_GB2312: ["仿宋", "FangSong", "STFangsong", "Noto Serif CJK SC"],
}

/** So many characters of a face, in twentieths of a point. */
export const characters = (count: number, { size }: Face): number => count * size * 10
