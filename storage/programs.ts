import { Hook, HookCall } from "../rules/hook.ts"
import { Repeat } from "../rules/repeat.ts"
import { Showing } from "../rules/showing.ts"
import { Token } from "../rules/token.ts"
import { table } from "./declared.ts"

/** The tables of what programs have to do with. */
export const programs = {
  tokens: table(Token, { unit: (token) => token.unitId }),
  /** Secrets that wait to be seen once. */
  showings: table(Showing),
  /** What was answered to requests that came with a key. */
  repeats: table(Repeat),
  hooks: table(Hook, { unit: (hook) => hook.unitId, state: (hook) => hook.state }),
  /** What is still to be told to each. */
  hookCalls: table(HookCall, { hook: (call) => call.hookId }),
} as const
