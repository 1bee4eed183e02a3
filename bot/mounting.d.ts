/** Whoever imports the package sees this file: what it declares stands in mount.ts. */

/** A bot on Telegraf 4: not launched. */
export interface TelegrafBot {
  readonly telegram: { readonly token: string; readonly options: { readonly apiRoot: string } }
  botInfo?: unknown
  handleUpdate(update: never): Promise<unknown>
}

/** A bot on grammY 1: not started. */
export interface GrammyBot {
  readonly token: string
  readonly api: { readonly options?: { readonly apiRoot?: string | undefined } | undefined }
  botInfo: unknown
  errorHandler: (fault: never) => unknown
  handleUpdate(update: never): Promise<unknown>
}

export interface MountOptions {
  /**
   * The host's own commands, as `setMyCommands` has them. They stand first in the menu, and go to the host alone, also where
   * Zhishou has one of the same name: name `start` here if the host has one.
   */
  readonly commands?: readonly { readonly command: string; readonly description: string }[]
  /** Every kind of update that the host wants to hear; left out, what Telegram delivers unless told. */
  readonly updates?: readonly string[]
  /** Zhishou's settings (docs/settings.md), where they differ from the environment. */
  readonly settings?: Readonly<Record<string, string>>
}

/** Zhishou at work beside the host. */
export interface Mounted {
  /** The one-time link that makes its user the administrator; null once there is one. */
  readonly claimLink: string | null
  /** Resolves with the fault after which nothing can be kept or received any more: end the process then. */
  readonly broken: Promise<Error>
  /** Finishes what is under way, and lets go of everything. */
  stop(): Promise<void>
}

/**
 * Starts Zhishou on the line of a bot that exists, instead of that bot's own `launch` or `start`: Zhishou receives, keeps
 * what is its own, and gives the rest to the bot's handlers. A wrong setting throws one clear line.
 */
export function mount(bot: TelegrafBot | GrammyBot, options?: MountOptions): Promise<Mounted>
