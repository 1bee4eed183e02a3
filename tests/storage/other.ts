import { openFile } from "../../storage/file.ts"
import { MONDAY, put } from "./cast.ts"

/** Run as a process of its own: opens the folder it is told, keeps one account, and stays until it is killed. */
const [, , folder = ""] = process.argv
try {
  const store = await openFile({ folder, now: () => MONDAY, notice: console.log, fatal: console.error })
  await put(store, "other")
  console.log("open")
  process.stdin.resume()
} catch (fault) {
  console.log(String(fault))
}
