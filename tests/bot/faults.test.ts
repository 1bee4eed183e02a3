import { expect, test } from "vitest"
import { inWords } from "../../bot/faults.ts"

const fault = (code: string, more: object) => Object.assign(new Error(`${code}: raw words`), { code }, more)

test.each([
  ["ENOENT", { path: "a.csv" }, "a.csv: there is no such file or folder"],
  ["EISDIR", { path: "data" }, "data is a folder, and a file was expected"],
  ["ENOTDIR", { path: "a/b" }, "a/b: what should be a folder on the way there is a file"],
  ["EACCES", { path: "/root/x" }, "/root/x may not be read or written by this user"],
  ["EROFS", { path: "/x" }, "/x lies on a disk that cannot be written to"],
  ["ENOSPC", { path: "/x" }, "/x could not be written: the disk is full"],
  [
    "EADDRINUSE",
    { port: 8080, address: "127.0.0.1" },
    "port 8080 is taken by another program: choose another one in the settings, or end it",
  ],
  ["EACCES", { port: 80 }, "port 80 may not be opened by this user: choose one above 1023 in the settings"],
  ["EWEIRD", { path: "/x" }, "EWEIRD: raw words"],
])("%s with %j is said plainly", (code, more, words) => {
  expect(inWords(fault(code, more))).toBe(words)
})

test("what is no fault of the system keeps its own words", () => {
  expect(inWords(new Error("the line is torn"))).toBe("the line is torn")
  expect(inWords(fault("EISDIR", {}))).toBe("EISDIR: raw words")
  expect(inWords(fault("EISDIR", {}), "data")).toBe("data is a folder, and a file was expected")
  expect(inWords("gone")).toBe("gone")
})
