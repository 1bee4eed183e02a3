import type { Page } from "../rules/overview.ts"
import { setUpStages } from "../bot/stages.ts"
import { world, type World } from "./world.ts"

/** A county whose overview page is served. */
export const openCounty = async (wanted: Parameters<typeof world>[0] = {}): Promise<World> => {
  const { settings, ...rest } = wanted
  const w = await world({ ...rest, settings: { HTTP_PORT: 0, HTTP_HOST: "127.0.0.1", ...settings } })
  w.playground.offer(w.running.page)
  return w
}

/** The same, with a bureau that has something of everything. */
export const openBureau = (): Promise<World> => openCounty({ prepare: setUpStages })

/** What Telegram tells the page when this person opens it now. */
export const toldFor = (w: World, who: number): string => {
  const said = new URLSearchParams(new URL(w.playground.openPage({ who })).hash.slice(1))
  return said.get("tgWebAppData") ?? ""
}

interface Looked {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly error: string | undefined
  readonly language: string | undefined
  readonly at: number | undefined
  readonly page: Page | undefined
}

/** What the page gets from the server with what it was told. */
export const look = async (w: World, told: string | null, query = ""): Promise<Looked> => {
  const headers = told === null ? {} : { authorization: `tma ${told}` }
  const response = await fetch(`${w.running.page ?? ""}overview${query}`, { headers })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    ...(JSON.parse(text) as Partial<Looked>),
  } as Looked
}

/** The titles of the cards in one section of the page. */
export const cardsIn = (page: Page | undefined, name: string): readonly string[] =>
  (page?.sections.find((section) => section.name === name)?.cards ?? []).map(
    ({ badge, title, lines }) => `${badge}｜${title}｜${lines.join("｜")}`,
  )
