// Brings a clone to where it can run: installs when the packages are missing or older than the lock file,
// and with the word "build" compiles when a source is newer than the last build. Plain JavaScript, because
// it runs before anything is installed.
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"

const root = import.meta.dirname
const SOURCES = ["bot", "commands", "services", "text", "papers", "rules", "storage", "playground"]

const age = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0)

const newest = (folder) =>
  readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const path = join(folder, entry.name)
    return Math.max(latest, age(path), entry.isDirectory() ? newest(path) : 0)
  }, 0)

const run = (command, args) => {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

const installed = age(join(root, "node_modules/.package-lock.json"))
if (installed === 0 || installed < age(join(root, "package-lock.json"))) {
  console.error("zhishou: installing packages / 正在安装依赖 …")
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"])
}

if (process.argv.includes("build")) {
  const built = age(join(root, "dist/build.tsbuildinfo"))
  const sources = SOURCES.map((name) => newest(join(root, name)))
  const settings = ["package-lock.json", "tsconfig.json", "tsconfig.build.json"].map((name) =>
    age(join(root, name)),
  )
  if (built < Math.max(...sources, ...settings)) {
    console.error("zhishou: building / 正在编译 …")
    run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"])
  }
}
