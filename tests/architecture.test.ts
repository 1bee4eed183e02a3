import { readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { describe, expect, test } from "vitest"

/** The import table of the house: what each folder may import, folders first, then packages. */
const MAY_IMPORT: Record<string, { folders: string[]; packages: string[] }> = {
  rules: { folders: ["rules"], packages: ["zod", "dayjs"] },
  text: { folders: ["text", "rules"], packages: ["dayjs"] },
  storage: { folders: ["storage", "rules"], packages: ["zod", "lowdb", "sorted-btree", "node:"] },
  papers: {
    folders: ["papers", "rules", "text"],
    packages: [
      "zod",
      "yaml",
      "read-excel-file",
      "write-excel-file",
      "csv-parse",
      "iconv-lite",
      "@resvg/resvg-js",
      "docx",
      "node:",
    ],
  },
  services: {
    folders: ["services", "rules", "text", "papers", "storage/store"],
    packages: ["zod", "node:crypto"],
  },
  commands: { folders: ["commands", "rules", "text", "services"], packages: ["zod"] },
  bot: {
    folders: ["bot", "commands", "services", "text", "papers", "rules", "storage", "playground"],
    packages: [
      "grammy",
      "telegraf",
      "https-proxy-agent",
      "node-cron",
      "pino",
      "zod",
      "commander",
      "hono",
      "@hono/node-server",
      "prom-client",
      "node:",
    ],
  },
  playground: { folders: ["playground", "bot/main"], packages: ["zod", "node:"] },
}

/** Packages with one home: the file or folder that may import them. */
const HOMES: Record<string, string> = {
  telegraf: "bot/messengers/telegraf.ts",
  "https-proxy-agent": "bot/messengers/telegram-client.ts",
  "node-cron": "bot/heart.ts",
  lowdb: "storage/file",
  yaml: "papers/",
  "@resvg/resvg-js": "papers/picture/png.ts",
  docx: "papers/docx.ts",
  pino: "bot/log.ts",
  hono: "bot/http/",
  "@hono/node-server": "bot/http/",
  "prom-client": "bot/http/meter.ts",
}

const root = resolve(import.meta.dirname, "..")
const folders = Object.keys(MAY_IMPORT)

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return name === "page" ? [] : filesBelow(path)
    return name.endsWith(".ts") ? [path] : []
  })

const files = folders.flatMap((folder) => filesBelow(join(root, folder)).map((path) => relative(root, path)))
const sourceOf = (file: string): string => readFileSync(join(root, file), "utf8")

const importsOf = (file: string): { target: string; typeOnly: boolean }[] => {
  const found = sourceOf(file).matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^"'`;]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)|^\s*import\s+"([^"]+)"/gm,
  )
  return [...found].map((match) => {
    const specifier = match[2] ?? match[3] ?? match[4] ?? ""
    const target = specifier.startsWith(".")
      ? relative(root, resolve(root, dirname(file), specifier))
      : specifier
    return { target, typeOnly: match[1] !== undefined }
  })
}

const within = (target: string, allowed: string): boolean =>
  target === allowed || target.startsWith(`${allowed}/`) || target.startsWith(`${allowed}.`)

const startsPackage = (target: string, allowed: string): boolean =>
  allowed.endsWith(":") ? target.startsWith(allowed) : within(target, allowed)

describe("the house", () => {
  test("every import follows the table", () => {
    const breaches = files.flatMap((file) => {
      const table = MAY_IMPORT[file.split("/")[0] ?? ""]
      return importsOf(file)
        .filter(({ target }) => {
          const inHouse = folders.some((folder) => within(target, folder))
          return inHouse
            ? !table?.folders.some((allowed) => within(target, allowed))
            : !table?.packages.some((allowed) => startsPackage(target, allowed))
        })
        .map(({ target }) => `${file} imports ${target}`)
    })
    expect(breaches).toEqual([])
  })

  test("a package with one home is imported nowhere else", () => {
    const strays = files.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => {
          const home = Object.entries(HOMES).find(([name]) => within(target, name))?.[1]
          return home !== undefined && !file.startsWith(home)
        })
        .map(({ target }) => `${file} imports ${target}`),
    )
    expect(strays).toEqual([])
  })

  test("grammY is loaded by its own file alone; the others know the shapes it gives to the Bot API", () => {
    const loading = files.filter((file) =>
      importsOf(file).some(({ target, typeOnly }) => within(target, "grammy") && !typeOnly),
    )
    expect(loading.sort()).toEqual(["bot/messengers/grammy.ts"])
  })

  test("a library that talks to Telegram is loaded only when it is chosen", () => {
    const libraries = ["bot/messengers/grammy.ts", "bot/messengers/telegraf.ts"]
    const loaded = files.flatMap((file) =>
      [...sourceOf(file).matchAll(/^import (?!type ).*from "(.+)"$/gm)]
        .map(([, path = ""]) => relative(root, resolve(root, dirname(file), path)))
        .filter((target) => libraries.includes(target)),
    )
    expect(loaded).toEqual([])
  })

  test("no wall clock, random id or timer outside the bot and the playground", () => {
    const wild =
      /\bDate\.now\(|new Date\(\s*\)|Math\.random\(|randomUUID|randomBytes|\bdayjs\(\s*\)|setTimeout|setInterval/
    const outside = files.filter((file) => !file.startsWith("playground/"))
    expect(outside.filter((file) => !file.startsWith("bot/") && wild.test(sourceOf(file)))).toEqual([])
  })

  test("the wall clock and random ids enter in bot/main.ts alone", () => {
    const wild = /\bDate\.now\(|new Date\(\s*\)|Math\.random\(|randomUUID|randomBytes|randomInt/
    const strays = files.filter(
      (file) => file.startsWith("bot/") && file !== "bot/main.ts" && wild.test(sourceOf(file)),
    )
    expect(strays).toEqual([])
  })

  test("rules and text know no promises", () => {
    const pure = files.filter((file) => /^(rules|text)\//.test(file))
    expect(pure.filter((file) => /\basync\b|\bawait\b|\bPromise\b/.test(sourceOf(file)))).toEqual([])
  })

  test("imports run in no circle", () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file).flatMap(({ target }) => (files.includes(target) ? [target] : [])),
      ]),
    )
    const done = new Set<string>()
    const circleFrom = (file: string, path: string[]): string[] | null => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
      if (done.has(file)) return null
      for (const next of graph.get(file) ?? []) {
        const circle = circleFrom(next, [...path, file])
        if (circle) return circle
      }
      done.add(file)
      return null
    }
    expect(files.map((file) => circleFrom(file, [])).find((circle) => circle !== null) ?? []).toEqual([])
  })

  test("every command stands in the list", () => {
    const parts = ["hidden", "publics", "programs", "reporting"]
      .map((part) => sourceOf(`commands/form/${part}.ts`))
      .join("")
    const list = sourceOf("commands/index.ts") + parts.replaceAll("../", "./")
    const commands = files.filter(
      (file) => /^commands\/[^/]+\.ts$/.test(file) && file !== "commands/index.ts",
    )
    expect(commands.filter((file) => !list.includes(`./${file.slice("commands/".length)}`))).toEqual([])
  })

  test("no file is longer than 250 lines", () => {
    expect(files.filter((file) => sourceOf(file).split("\n").length > 251)).toEqual([])
  })

  test("no folder is deeper than two", () => {
    expect(files.filter((file) => file.split("/").length > 3)).toEqual([])
  })
})
