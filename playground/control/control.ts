import type { IncomingMessage, ServerResponse } from "node:http"
import { z } from "zod"
import { bytesFrom } from "../api/body.ts"
import { ApiRefusal } from "../api/refusal.ts"
import type { Driven } from "../interface.ts"
import { Impossible } from "../world/impossible.ts"
import { withIds } from "./calling.ts"
import { createActs } from "./routes.ts"
import { questions, UploadQuery } from "./schemas.ts"
import { createStream } from "./stream.ts"

const LARGEST_ACT = 90_000_000
const LARGEST_FILE = 60_000_000

export const answerJson = (response: ServerResponse, status: number, body: unknown): void => {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": bytes.length,
  })
  response.end(bytes)
}

/** The words for what was wrong with a request. */
const complaint = (error: unknown): { status: number; error: string } | null => {
  if (error instanceof Impossible) return { status: 409, error: error.message }
  if (error instanceof ApiRefusal) return { status: error.code, error: error.message }
  if (error instanceof z.ZodError) return { status: 400, error: z.prettifyError(error) }
  if (error instanceof SyntaxError) return { status: 400, error: "the body is no JSON" }
  return null
}

const stateOf = async (playground: Driven): Promise<unknown> => ({
  ...playground.phones(),
  clock: { now: playground.clock.now(), running: playground.clock.running },
  faults: playground.faults(),
  counts: playground.counts(),
  privacy: playground.privacy(),
  turning: playground.turning(),
  nextDue: await playground.nextDue(),
})

const sendFile = (playground: Driven, response: ServerResponse, id: string): void => {
  const file = playground.file(id)
  if (file === null) throw new Impossible("that file is kept no longer")
  response.writeHead(200, {
    "content-type": file.name.endsWith(".png") ? "image/png" : "application/octet-stream",
    "content-length": file.bytes.length,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    "x-content-type-options": "nosniff",
  })
  response.end(file.bytes)
}

/** Answers everything below `/control/`. */
export const createControl = (
  playground: Driven,
): ((request: IncomingMessage, response: ServerResponse, name: string, query: string) => Promise<void>) => {
  const act = createActs(playground)
  const ids = withIds(playground)
  const stream = createStream(playground)

  const ask = async (
    name: string,
    query: Record<string, string>,
    response: ServerResponse,
  ): Promise<void> => {
    switch (name) {
      case "state":
        questions.state.parse(query)
        {
          answerJson(response, 200, { ok: true, result: await stateOf(playground) })
          return
        }
      case "transcript": {
        answerJson(response, 200, {
          ok: true,
          result: playground.transcript(ids(questions.transcript.parse(query))),
        })
        return
      }
      case "menu": {
        answerJson(response, 200, { ok: true, result: playground.menu(ids(questions.menu.parse(query))) })
        return
      }
      case "doings": {
        answerJson(response, 200, {
          ok: true,
          result: playground.doings(questions.doings.parse(query).after),
        })
        return
      }
      case "file": {
        sendFile(playground, response, questions.file.parse(query).id)
        return
      }
      case "events":
        questions.events.parse(query)
        {
          stream.open(response)
          return
        }
      default:
        throw new Impossible(`the control interface knows no question "${name}"`)
    }
  }

  const perform = async (
    request: IncomingMessage,
    name: string,
    query: Record<string, string>,
  ): Promise<unknown> => {
    if (name === "upload") {
      const { name: fileName, ...saying } = ids(UploadQuery.parse(query))
      const content = await bytesFrom(request, LARGEST_FILE)
      return { message: playground.say({ ...saying, file: { name: fileName, content } }) }
    }
    const body = await bytesFrom(request, LARGEST_ACT)
    return act(name, JSON.parse(body.toString("utf8") || "{}"))
  }

  return async (request, response, name, query) => {
    const asked = Object.fromEntries(new URLSearchParams(query))
    try {
      if (request.method === "GET") {
        await ask(name, asked, response)
        return
      }
      const result = await perform(request, name, asked)
      answerJson(response, 200, { ok: true, result: result ?? null })
    } catch (error) {
      const said = complaint(error)
      if (said === null) throw error
      answerJson(response, said.status, { ok: false, error: said.error })
    }
  }
}
