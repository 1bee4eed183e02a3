import { api } from "./api.ts"
import { feed } from "./feed.ts"
import { healthz } from "./healthz.ts"
import { metrics } from "./metrics.ts"
import { once } from "./once.ts"
import { page } from "./page.ts"
import type { Route } from "./route.ts"

/** Everything that is served by HTTP. One more = one file, and one line here. */
export const routes: readonly Route[] = [feed, once, healthz, metrics, api, page]
