import { execFile } from "node:child_process"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"
import { inflateSync } from "node:zlib"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Canvas } from "../../papers/picture/canvas.ts"
import { packIndexed } from "../../papers/picture/indexed.ts"
import { packageFolder, shippedLetters } from "../../papers/picture/letters.ts"
import { drawPng } from "../../papers/picture/png.ts"

/** What stands in the pieces of a PNG. */
const pieces = (png: Uint8Array): ReadonlyMap<string, Buffer> => {
  const bytes = Buffer.from(png)
  const found = new Map<string, Buffer>()
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    const name = bytes.toString("latin1", at + 4, at + 8)
    found.set(name, bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  }
  return found
}

/** The pixels of a PNG with a palette and no filter. */
const pixelsOf = (png: Uint8Array, width: number): readonly number[] => {
  const parts = pieces(png)
  const colours = parts.get("PLTE") ?? Buffer.alloc(0)
  const rows = inflateSync(parts.get("IDAT") ?? Buffer.alloc(0))
  return [...rows].flatMap((place, index) =>
    index % (width + 1) === 0 ? [] : [...colours.subarray(place * 3, place * 3 + 3), 255],
  )
}

describe("a PNG of few colours", () => {
  test("has every pixel as it was", async () => {
    const colour = fc.constantFrom([255, 255, 255], [27, 31, 36], [201, 48, 44], [0, 0, 1])
    const drawing = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .chain(([width, height]) =>
        fc.tuple(
          fc.constant(width),
          fc.constant(height),
          fc.array(colour, { minLength: width * height, maxLength: width * height }),
        ),
      )
    await fc.assert(
      fc.asyncProperty(drawing, async ([width, height, colours]) => {
        const rgba = colours.flatMap((one) => [...one, 255])
        expect(pixelsOf(await packIndexed(Uint8Array.from(rgba), width, height), width)).toEqual(rgba)
      }),
    )
  })

  test("gives a colour beyond the 256 most frequent the one that looks most like it", async () => {
    const greys = Array.from({ length: 256 }, (_, grey) => [grey, grey, grey, 255])
    const rgba = Uint8Array.from([...greys, ...greys, [10, 10, 11, 255]].flat())
    expect(pixelsOf(await packIndexed(rgba, 513, 1), 513).slice(-4)).toEqual([10, 10, 10, 255])
  })
})

const drawn = (said: string): Promise<Uint8Array> => {
  const canvas = new Canvas(shippedLetters)
  canvas.text(said, { x: 10, y: 30, size: 20 })
  return drawPng(canvas.finish(60, 40))
}

describe("a drawing", () => {
  test("shows each character by a shape of its own", async () => {
    const files = await Promise.all(["王", "芳", "㛃", "𫖯", "", "A"].map(drawn))
    expect(new Set(files.map((file) => Buffer.from(file).toString("base64"))).size).toBe(6)
  })

  test("takes no orders from a name", async () => {
    const canvas = new Canvas(shippedLetters)
    canvas.text('</text><image href="/etc/passwd"/>&amp;', { x: 0, y: 9, size: 9 })
    expect(canvas.finish(60, 40)).toContain(
      "&lt;/text&gt;&lt;image href=&quot;/etc/passwd&quot;/&gt;&amp;amp;",
    )
    await expect(drawPng(canvas.finish(60, 40))).resolves.toBeInstanceOf(Uint8Array)
  })

  test("is made by what was built, too, wherever that runs", async () => {
    const built = pathToFileURL(join(packageFolder(), "dist/papers/picture/png.js")).href
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><text y="30">值守</text></svg>'
    const program = `import(${JSON.stringify(built)}).then(async ({ drawPng }) => process.stdout.write(Buffer.from(await drawPng(${JSON.stringify(svg)})).toString("base64")))`
    const run = promisify(execFile)
    const { stdout } = await run(process.execPath, ["-e", program], { cwd: tmpdir() })
    expect(stdout).toBe(Buffer.from(await drawPng(svg)).toString("base64"))
  })
})
