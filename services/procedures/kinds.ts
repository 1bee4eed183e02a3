import type { ProcedureKind } from "../../rules/procedure.ts"
import { goingOffline } from "../offline/kind.ts"
import { exit } from "../closing/exiting.ts"
import { closing } from "../closing/kind.ts"
import { opening } from "../opening/kind.ts"
import type { Kind } from "./kind.ts"

/** What each kind of procedure does with its account. */
export const kinds: Readonly<Record<ProcedureKind, Kind>> = {
  "account.open": opening,
  "account.go-offline": goingOffline,
  "account.close": closing,
  "account.exit": exit,
}
