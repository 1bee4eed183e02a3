import { createServer } from "node:http"
import { connect, type AddressInfo } from "node:net"
import { describe, expect, test, vi } from "vitest"
import { type Attachment, Withheld } from "../../bot/messenger.ts"
import { useLine } from "./line.ts"

const { line } = useLine()

const documented = async (file_size: number): Promise<Attachment> => {
  const chat = { id: 7, type: "private", first_name: "李静" }
  const document = { file_id: "F", file_name: "台账.csv", file_size }
  const message = { message_id: 1, date: 1, chat, from: { ...chat, is_bot: false }, document }
  line().start()
  line().api.deliver({ update_id: 1, message } as never)
  await vi.waitFor(() => expect(line().received).toHaveLength(1))
  const [incoming] = line().received
  if (incoming?.kind !== "message" || !incoming.attachment) throw new Error("no attachment came")
  return incoming.attachment
}

describe("a document", () => {
  test("is fetched when asked for, and not before", async () => {
    line().api.reply("getFile", { result: { file_path: "documents/f.csv" } })
    line().api.files.set("documents/f.csv", Buffer.from("账号,平台"))
    const attachment = await documented(13)
    expect(line().api.of("getFile")).toEqual([])
    expect(Buffer.from(await attachment.read()).toString()).toBe("账号,平台")
    expect(line().api.of("getFile")).toEqual([{ file_id: "F" }])
  })

  test("of more than Telegram gives to bots is refused without asking", async () => {
    await expect((await documented(20_000_001)).read()).rejects.toMatchObject({ code: "too-large" })
    expect(line().api.of("getFile")).toEqual([])
  })

  test("larger than it said is not read to its end", async () => {
    line().api.reply("getFile", { result: { file_path: "f" } })
    line().api.files.set("f", Buffer.alloc(20_000_001))
    await expect((await documented(13)).read()).rejects.toMatchObject({ code: "too-large" })
  })

  test("that is gone is refused, without its address", async () => {
    line().api.reply("getFile", { result: { file_path: "f" } }, { result: {} })
    const attachment = await documented(13)
    await expect(attachment.read()).rejects.toThrow(/^the messenger does not give the file: gone$/)
    await expect(attachment.read()).rejects.toBeInstanceOf(Withheld)
  })

  test("that did not arrive may be asked for again", async () => {
    line().api.reply("getFile", { cut: true })
    const fault: unknown = await (await documented(13)).read().catch((thrown: unknown) => thrown)
    expect(fault).not.toBeInstanceOf(Withheld)
  })
})

test("behind a proxy, calls and files go through it alone", async () => {
  const asked: string[] = []
  const proxy = createServer()
  proxy.on("connect", (request, socket) => {
    asked.push(request.url ?? "")
    const { port } = new URL(line().api.url)
    const there = connect(Number(port), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n")
      there.pipe(socket).pipe(there)
    })
    there.on("error", () => socket.destroy())
    socket.on("error", () => there.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve))
  const { port } = proxy.address() as AddressInfo
  const telegram = line().open({ apiRoot: "http://telegram.example", proxy: `http://127.0.0.1:${port}` })
  expect(await telegram.self()).toMatchObject({ username: "zhishou_bot" })
  expect(asked).toEqual(["telegram.example:80"])
  await telegram.stop()
  await new Promise((resolve) => proxy.close(resolve))
})
