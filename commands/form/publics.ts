import { answers } from "../answers.ts"
import { comments } from "../comments.ts"
import { firstreply } from "../firstreply.ts"
import { mark } from "../mark.ts"
import { message } from "../message.ts"
import { messages } from "../messages.ts"
import { promise } from "../promise.ts"
import { refer } from "../refer.ts"
import { reopen } from "../reopen.ts"
import { replied } from "../replied.ts"
import { reply } from "../reply.ts"
import { settled } from "../settled.ts"
import { sort } from "../sort.ts"
import type { Command } from "./command.ts"
import { listed } from "./listing.ts"

/** What is done about messages of the public, in the order in which it is done. */
export const publics: readonly Command[] = listed(
  "daily",
  message,
  messages,
  sort,
  refer,
  firstreply,
  promise,
  reply,
  replied,
  settled,
  reopen,
  mark,
  comments,
  answers,
)
