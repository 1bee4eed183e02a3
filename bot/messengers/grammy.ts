import { Api, GrammyError, HttpError, InputFile } from "grammy"
import { seconds } from "../../rules/time.ts"
import { fetchAnswer } from "./grammy-fetch.ts"
import { type Call, Declined, type Library, lost, uploadsIn } from "./telegram-library.ts"

/** A method as grammY has it: `getMe` takes the signal alone. */
type Raw = (params: unknown, signal: unknown) => Promise<unknown>

const meaning = (fault: unknown): unknown => {
  if (fault instanceof GrammyError) {
    return new Declined(fault.error_code, fault.description, fault.parameters)
  }
  return fault instanceof HttpError ? lost(fault.error) : fault
}

const shaped = (params: object): object => {
  const files = uploadsIn(params).map(([name, { name: called, bytes }]) => [
    name,
    new InputFile(bytes, called),
  ])
  return files.length === 0 ? params : { ...params, ...(Object.fromEntries(files) as object) }
}

/** The Bot API by way of grammY. */
export const grammy: Library = ({ token, apiRoot, agent, patience }) => {
  const { raw } = new Api(token, {
    apiRoot,
    timeoutSeconds: patience / seconds(1),
    baseFetchConfig: { agent },
    fetch: fetchAnswer,
  })
  const methods = raw as unknown as Readonly<Record<string, Raw>>
  const call = async (method: string, params: object, signal?: AbortSignal): Promise<unknown> => {
    try {
      return method === "getMe"
        ? await methods[method]?.(signal, undefined)
        : await methods[method]?.(shaped(params), signal)
    } catch (fault) {
      throw meaning(fault)
    }
  }
  return call as Call
}
