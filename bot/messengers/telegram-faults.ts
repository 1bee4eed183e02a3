import { seconds } from "../../rules/time.ts"
import { Doubtful, Gone, Moved, Pause, Refused, Unreachable } from "../messenger.ts"
import { Declined, Lost } from "./telegram-library.ts"

/** Trying again is useless: nobody is there, or the bot may not write there. */
const SHUT =
  /chat not found|user is deactivated|group chat was (deactivated|deleted)|bot is not a member|peer_id_invalid|not enough rights|have no rights|chat_write_forbidden|chat_restricted|user_is_blocked|channel_private/i
const NOTHING_TO_EDIT =
  /message to (edit|be edited) not found|message can't be edited|message_id_invalid|no text in the message to edit/i

export const isTopicGone = (fault: unknown): boolean =>
  fault instanceof Declined && /message thread not found|topic_(closed|deleted)/i.test(fault.description)

/** The picture is to blame, not the message: the chat takes none, or Telegram cannot read this one. Nothing was delivered. */
export const isPictureRefused = (fault: unknown): boolean =>
  fault instanceof Declined &&
  (fault.code === 413 ||
    /rights to send photos|photo_|image_process_failed|send_(photos|media)_forbidden/i.test(
      fault.description,
    ))

export const isUnchanged = (fault: unknown): boolean =>
  fault instanceof Declined && /message is not modified/i.test(fault.description)

export const isNothingToRemove = (fault: unknown): boolean =>
  fault instanceof Declined && /message to delete not found/i.test(fault.description)

/** The token is wrong or was revoked. Telegram says 404 when it does not even look like one. */
export const isTokenWrong = (fault: unknown): boolean =>
  fault instanceof Declined && (fault.code === 401 || fault.code === 404)

/** Somebody else receives with the same token, or a webhook is set. */
export const isConflict = (fault: unknown): boolean => fault instanceof Declined && fault.code === 409

/** What a failed call means. None of these carries an address: it would hold the token. */
export const read = (fault: unknown): Error => {
  if (fault instanceof Declined) return readAnswer(fault)
  if (fault instanceof Lost) return fault.written ? new Doubtful(fault.message) : new Error(fault.message)
  return fault instanceof Error ? fault : new Error(String(fault))
}

const readAnswer = ({ code, description, parameters, message }: Declined): Error => {
  if (code === 429) return new Pause(seconds(parameters.retry_after ?? 1))
  if (parameters.migrate_to_chat_id !== undefined) return new Moved(String(parameters.migrate_to_chat_id))
  if (code === 403 || SHUT.test(description)) return new Unreachable(message)
  if (NOTHING_TO_EDIT.test(description)) return new Gone(message)
  // A gateway may have passed it on before it lost patience.
  if (code === 502 || code === 504) return new Doubtful(message)
  // A token that is wrong today may be mended, a conflict ended: no message is lost over it.
  if (code >= 500 || code === 401 || code === 404 || code === 409) return new Error(message)
  return new Refused(message)
}
