import { approve } from "../approve.ts"
import { confirm } from "../confirm.ts"
import { consent } from "../consent.ts"
import { cover } from "../cover.ts"
import { decide } from "../decide.ts"
import { fill } from "../fill.ts"
import { gate } from "../gate.ts"
import { importkinds } from "../importkinds.ts"
import { incident } from "../incident.ts"
import { left } from "../left.ts"
import { match } from "../match.ts"
import { published } from "../published.ts"
import { reassign } from "../reassign.ts"
import { received } from "../received.ts"
import { refuse } from "../refuse.ts"
import { reposted } from "../reposted.ts"
import { restore } from "../restore.ts"
import { retract } from "../retract.ts"
import { revise } from "../revise.ts"
import { setup } from "../setup.ts"
import { sheet } from "../sheet.ts"
import { start } from "../start.ts"
import { swapped } from "../swapped.ts"
import { unregister } from "../unregister.ts"
import { untalk } from "../untalk.ts"
import { witness } from "../witness.ts"
import type { Command } from "./command.ts"
import { listed } from "./listing.ts"

/** What is pressed on cards, or begins by itself: it stands in no menu. */
export const hidden: readonly Command[] = [
  ...listed(
    "settings",
    start,
    setup,
    restore,
    reposted,
    unregister,
    approve,
    refuse,
    confirm,
    decide,
    reassign,
    left,
    witness,
  ),
  ...listed("daily", gate, sheet, untalk, consent, published, match, revise, retract),
  ...listed("emergencies", incident, importkinds),
  ...listed("roster", swapped, fill, cover, received),
]
