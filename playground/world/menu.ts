/** A bot's command menus, by scope and language. */
export interface Command {
  readonly command: string
  readonly description: string
}

/** Who sees a menu, as Telegram names it. */
export interface Scope {
  readonly type:
    | "default"
    | "all_private_chats"
    | "all_group_chats"
    | "all_chat_administrators"
    | "chat"
    | "chat_administrators"
    | "chat_member"
  readonly chat_id?: number | undefined
  readonly user_id?: number | undefined
}

export interface Menu {
  set(scope: Scope, language: string, commands: readonly Command[]): void
  get(scope: Scope, language: string): readonly Command[]
  remove(scope: Scope, language: string): void
  /** What one person sees behind "/" in a chat: the narrowest scope that has a menu. */
  shown(to: {
    chat: number
    user: number
    language: string
    isPrivate: boolean
    isAdmin: boolean
  }): readonly Command[]
}

const keyOf = (scope: Scope, language: string): string =>
  `${scope.type}:${String(scope.chat_id ?? "")}:${String(scope.user_id ?? "")}:${language}`

export const createMenu = (): Menu => {
  const menus = new Map<string, readonly Command[]>()
  return {
    set: (scope, language, commands) => {
      if (commands.length === 0) menus.delete(keyOf(scope, language))
      else menus.set(keyOf(scope, language), commands)
    },
    get: (scope, language) => menus.get(keyOf(scope, language)) ?? [],
    remove: (scope, language) => {
      menus.delete(keyOf(scope, language))
    },
    shown: ({ chat, user, language, isPrivate, isAdmin }) => {
      const scopes: readonly Scope[] = isPrivate
        ? [{ type: "chat", chat_id: chat }, { type: "all_private_chats" }, { type: "default" }]
        : [
            { type: "chat_member", chat_id: chat, user_id: user },
            ...(isAdmin ? [{ type: "chat_administrators", chat_id: chat } as const] : []),
            { type: "chat", chat_id: chat },
            ...(isAdmin ? [{ type: "all_chat_administrators" } as const] : []),
            { type: "all_group_chats" },
            { type: "default" },
          ]
      for (const scope of scopes) {
        const commands = menus.get(keyOf(scope, language.slice(0, 2))) ?? menus.get(keyOf(scope, ""))
        if (commands !== undefined) return commands
      }
      return []
    },
  }
}
