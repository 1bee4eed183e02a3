import type { Driven } from "../interface.ts"
import { Impossible } from "../world/impossible.ts"
import { type Phone, phones } from "../world/world.ts"

/** A request in which everybody is called by id. */
export type WithIds<T> = T extends object ? { [K in keyof T]: Exclude<T[K], Phone> } : T

/** Where a request names a person, or the chat with one. */
const naming = ["who", "by", "as", "chat", "from", "to"]

const isPhone = (value: unknown): value is Phone => phones.some((phone) => phone === value)

/** Puts ids where a request calls people by the phones they hold. Throws `Impossible` when nobody holds one. */
export const withIds =
  (playground: Pick<Driven, "phones">) =>
  <T extends object>(asked: T): WithIds<T> => {
    const idOf = (phone: Phone): number => {
      const holder = playground.phones().people.find((person) => person.phone === phone)
      if (holder === undefined) throw new Impossible(`nobody holds the phone of the ${phone}`)
      return holder.id
    }
    const entries = Object.entries(asked).map(([name, value]: [string, unknown]) => [
      name,
      naming.includes(name) && isPhone(value) ? idOf(value) : value,
    ])
    return Object.fromEntries(entries) as WithIds<T>
  }
