/** Telegram's objects, as far as the playground speaks of them, in Telegram's own words. */

export interface User {
  readonly id: number
  readonly is_bot: boolean
  readonly first_name: string
  readonly last_name?: string
  readonly username?: string
  readonly language_code?: string
}

export interface Chat {
  readonly id: number
  readonly type: "private" | "group" | "supergroup" | "channel"
  readonly title?: string
  readonly username?: string
  readonly first_name?: string
  readonly last_name?: string
  readonly is_forum?: true
}

export interface Entity {
  readonly type: string
  readonly offset: number
  readonly length: number
  readonly url?: string
  readonly user?: User
  readonly language?: string
}

export interface Button {
  readonly text: string
  readonly callback_data?: string
  readonly url?: string
  readonly web_app?: { readonly url: string }
}

export interface Keyboard {
  readonly inline_keyboard: readonly (readonly Button[])[]
}

export interface ForceReply {
  readonly force_reply: true
  readonly selective?: boolean
  readonly input_field_placeholder?: string
}

export interface Document {
  readonly file_id: string
  readonly file_unique_id: string
  readonly file_name: string
  readonly mime_type: string
  readonly file_size: number
}

/** One size of a picture; here there is but one. */
export interface PhotoSize {
  readonly file_id: string
  readonly file_unique_id: string
  readonly width: number
  readonly height: number
  readonly file_size: number
}

export type Origin =
  | { readonly type: "user"; readonly date: number; readonly sender_user: User }
  | { readonly type: "chat"; readonly date: number; readonly sender_chat: Chat }
  | { readonly type: "channel"; readonly date: number; readonly chat: Chat; readonly message_id: number }

export interface Message {
  readonly message_id: number
  readonly message_thread_id?: number
  readonly is_topic_message?: true
  readonly from?: User
  readonly sender_chat?: Chat
  readonly chat: Chat
  readonly date: number
  readonly edit_date?: number
  readonly forward_origin?: Origin
  readonly is_automatic_forward?: true
  readonly reply_to_message?: Message
  readonly text?: string
  readonly entities?: readonly Entity[]
  readonly caption?: string
  readonly caption_entities?: readonly Entity[]
  readonly document?: Document
  readonly photo?: readonly PhotoSize[]
  readonly reply_markup?: Keyboard
  readonly new_chat_members?: readonly User[]
  readonly left_chat_member?: User
  readonly new_chat_title?: string
  readonly migrate_to_chat_id?: number
  readonly migrate_from_chat_id?: number
  readonly forum_topic_created?: { readonly name: string; readonly icon_color: number }
}

export type Status = "creator" | "administrator" | "member" | "left" | "kicked"

export interface ChatMember {
  readonly status: Status
  readonly user: User
  readonly [right: string]: unknown
}

export interface MemberChange {
  readonly chat: Chat
  readonly from: User
  readonly date: number
  readonly old_chat_member: ChatMember
  readonly new_chat_member: ChatMember
}

export interface CallbackQuery {
  readonly id: string
  readonly from: User
  readonly message: Message
  readonly chat_instance: string
  readonly data: string
}

/** What an update can carry. */
export interface Contents {
  readonly message: Message
  readonly edited_message: Message
  readonly callback_query: CallbackQuery
  readonly my_chat_member: MemberChange
  readonly chat_member: MemberChange
}

export type Update = { readonly update_id: number } & Partial<Contents>
