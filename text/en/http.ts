import type { http as chinese } from "../zh/http.ts"

export const http: typeof chinese = {
  noToken: "There is no token. Send the header Authorization: Bearer TOKEN.",
  unknown: "This token is not valid. See whether it is whole, or make another with /token.",
  expired: "This token has expired. Make another with /token.",
  revoked: "This token was revoked. Make another with /token.",
  orphaned:
    "Whoever made this token has left or may no longer look after it. Somebody in office makes another with /token.",
  noScope: (scope) => `This token may not do this: ${scope}.`,
  otherUnit: (unit) => `This token reaches “${unit}” and the units below it, and nothing of any other.`,
  tooMany: (seconds) => `Too many requests: this one was not carried out. Try again in ${seconds} seconds.`,
  tooLarge: "This is too large, and was not taken in.",
  notJson: "This is no valid JSON.",
  notJsonType: "Send it as application/json.",
  wrongKey: "An Idempotency-Key has 1 to 200 visible ASCII characters.",
  usedKey: "This Idempotency-Key was used for another request: this one was not carried out.",
  noField: (field) => `There is no field “${field}”.`,
  wrongForm: (field) => `“${field}” has the wrong form.`,
  missing: (field, label) => `“${field}” is missing (${label}).`,
  passwords: (field) =>
    `“${field}” looks like a password: it was neither taken in nor kept. No password is ever needed.`,
  people: (field) =>
    `“${field}” seems to tell who somebody is: it was neither taken in nor kept. Give the topic alone.`,
  nowhere: "There is nothing at this address.",
}
