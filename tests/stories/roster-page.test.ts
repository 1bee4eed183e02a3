import { describe, expect, test } from "vitest"
import { missing, useBrowser } from "../playground/phones.ts"
import { office } from "../office.ts"
import { arrange } from "../rota.ts"
import { zhang } from "../world.ts"

/** Where the phone with the roster goes, when it is asked for. */
const PICTURE = process.env["ROSTER_PICTURE"]

describe.skipIf(missing)("the roster's picture on a phone, in a real browser", () => {
  const view = useBrowser()

  test("is shown whole above its words, and can be taken along", async () => {
    const w = await office(["sxjt"])
    await arrange(w)
    await w.say(zhang, "/roster")
    const { page, complaints, phone } = await view(w.playground)
    const operator = phone("operator")
    await operator.getByRole("tab", { name: "私聊" }).click()
    await operator.getByRole("button", { name: "图片", exact: true }).last().click()
    const picture = operator.getByRole("img", { name: "示例县人民政府办公室值班表（2026年3月2日—3月8日）" })
    await picture.waitFor()
    await page.waitForFunction('document.querySelector(".picture img").complete')
    const box = await picture.boundingBox()
    const sizes =
      '["naturalWidth", "naturalHeight"].map((side) => document.querySelector(".picture img")[side])'
    const drawn = await page.evaluate<number[]>(sizes)
    expect(drawn[0]).toBe(1_170)
    // Neither cut nor pressed: as high for its width as it was drawn.
    expect((box?.height ?? 0) / (box?.width ?? 1)).toBeCloseTo((drawn[1] ?? 0) / (drawn[0] ?? 1), 1)
    expect(await operator.locator("a.picture").getAttribute("download")).toBe("picture.png")
    expect(complaints).toEqual([])
    if (PICTURE !== undefined) await operator.screenshot({ path: PICTURE })
    await page.close()
  })
})
