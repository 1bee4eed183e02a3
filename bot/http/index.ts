import { feed } from "./feed.ts"
import { page } from "./page.ts"
import type { Route } from "./route.ts"

/** Everything that is served by HTTP. One more = one file, and one line here. */
export const routes: readonly Route[] = [feed, page]
