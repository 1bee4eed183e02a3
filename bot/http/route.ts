import type { Context, Hono } from "hono"
import type { HttpBindings } from "@hono/node-server"
import type { App } from "../../services/app.ts"
import type { Heart } from "../heart.ts"
import type { Room } from "../scene.ts"
import type { Settings } from "../settings.ts"
import type { Meter } from "./meter.ts"

/** What stands behind the routes. */
export interface House {
  readonly app: App
  readonly settings: Settings
  readonly room: Room
  /** When the clock has last looked for what is due. */
  readonly pulse: Pick<Heart, "lookedAt">
  readonly meter: Meter
}

/** What Hono knows of a request: the Node request and answer behind it, for the caller's address. */
export interface Served {
  readonly Bindings: HttpBindings
}

/** Where routes are added: everything below the public address. */
export type Site = Hono<Served>
export type Call = Context<Served>

/** One thing that is served. It has a file of its own, named like its path, and one line in `index.ts`. */
export type Route = (site: Site, house: House) => void
