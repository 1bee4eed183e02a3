// Writes NotoSansSC.ttf anew, a part of Noto Sans SC: every character of GB 2312, of the 通用规范汉字表 (so every name that
// may be registered since 2013), and the signs around them. Run once, when the selection changes; needed beside a clone:
//   npm install --no-save subset-font@2.9.0 @expo-google-fonts/noto-sans-sc@0.4.3
//   Unihan_OtherMappings.txt, from the Unicode Character Database (Debian: package unicode-data)
//   npx tsx fonts/make-font.ts Unihan_OtherMappings.txt
import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"

type SubsetFont = (
  font: Buffer,
  text: string,
  options: { targetFormat: "truetype"; noLayoutClosure: boolean },
) => Promise<Buffer>

const FULL = "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"
const SUBSETTER = "subset-font"

/** Ranges of signs taken whole, as far as the font has them: Latin, punctuation, arrows, boxes, marks, full-width forms. */
const SIGNS: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x1cd, 0x1dc],
  [0x2010, 0x205e],
  [0x2070, 0x209c],
  [0x20ac, 0x20ac],
  [0x2100, 0x218b],
  [0x2190, 0x22ff],
  [0x2460, 0x2612],
  [0x2640, 0x2642],
  [0x2713, 0x2718],
  [0x2776, 0x2793],
  [0x3000, 0x303f],
  [0x3200, 0x33ff],
  [0xff01, 0xff5e],
  [0xffe0, 0xffe6],
]

const between = ([first, last]: readonly [number, number]): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index))

const gb2312 = (): string => {
  const bytes = Buffer.alloc(94 * 94 * 2)
  for (let cell = 0; cell < 94 * 94; cell++) {
    bytes[cell * 2] = 0xa1 + Math.floor(cell / 94)
    bytes[cell * 2 + 1] = 0xa1 + (cell % 94)
  }
  return new TextDecoder("gb2312").decode(bytes).replace(/[\uE000-\uF8FF\uFFFD]/g, "")
}

const standardTable = (unihan: string): string =>
  [...unihan.matchAll(/^U\+([0-9A-F]+)\tkTGH\t/gm)]
    .map(([, code = ""]) => String.fromCodePoint(Number.parseInt(code, 16)))
    .join("")

const [unihan] = process.argv.slice(2)
if (unihan === undefined) throw new Error("say where Unihan_OtherMappings.txt is")
const require = createRequire(import.meta.url)
const subset = require(SUBSETTER) as SubsetFont
const wanted = gb2312() + standardTable(readFileSync(unihan, "utf8")) + SIGNS.map(between).join("")
const made = await subset(readFileSync(require.resolve(FULL)), wanted, {
  targetFormat: "truetype",
  noLayoutClosure: true,
})
writeFileSync(join(import.meta.dirname, "NotoSansSC.ttf"), made)
