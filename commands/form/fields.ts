import { z } from "zod"
import { tidy, tidyName } from "../../rules/words.ts"
import { Refusal } from "../../services/refusal.ts"
import { languages, type Text } from "../../text/index.ts"
import { Ambiguous, type Answers, type Choice, type Field, type Scene } from "./command.ts"

type Options<T> = Partial<Omit<Field<T>, "schema" | "find">> & {
  /** Told quickly of a word that cannot be a value: to learn it from the schema's failure is dear. */
  readonly maybe?: (word: string) => boolean
}

/** A word is looked at to see who takes it, and then read: that is done once. */
const lately = <V>(schema: z.ZodType<V>): ((typed: string) => z.ZodSafeParseResult<V>) => {
  let last: { readonly typed: string; readonly read: z.ZodSafeParseResult<V> } | null = null
  return (typed) => {
    if (last?.typed !== typed) last = { typed, read: schema.safeParse(typed) }
    return last.read
  }
}

/** A field from the form of what is typed and from the way to its value. */
export const field = <V, T>(
  schema: z.ZodType<V>,
  find: (scene: Scene, typed: V) => Promise<T | Ambiguous>,
  { maybe = () => true, ...options }: Options<T> = {},
): Field<T> => {
  const read = lately(schema)
  return {
    schema,
    find: async (scene, typed) => {
      const { data, error } = read(typed)
      if (error) throw error
      return find(scene, data)
    },
    choices: null,
    calls: null,
    nothing: null,
    asks: null,
    many: false,
    optional: false,
    silent: false,
    takes: (word) => maybe(word) && read(word).success,
    canonical: (word) => word,
    free: false,
    when: () => true,
    ...options,
  }
}

/** The same field, but it may be left out; asked for with a button that skips it. */
export const optional = <T>(inner: Field<T>): Field<T | null> => ({ ...inner, optional: true })

/** The same field, but never asked for. */
export const silent = <T>(inner: Field<T>): Field<T | null> => ({ ...inner, optional: true, silent: true })

/** The same field, needed only under a condition on the answers before it. */
export const onlyWhen = <T>(when: (answers: Answers) => boolean, inner: Field<T>): Field<T | null> => ({
  ...inner,
  when,
})

/** The same field, several times over. */
export const many = <T>(inner: Field<T>): Field<readonly T[]> =>
  ({ ...inner, many: true }) as unknown as Field<readonly T[]>

/** The id of a row, as a button carries it. */
export const id = (): Field<string> =>
  field(z.string().regex(/^[\w-]{1,40}$/), (_scene, typed) => Promise.resolve(typed))

/** The id of a row that only a button gives: no typed word is taken for it. */
export const pressed = (): Field<string | null> => silent({ ...id(), takes: () => false })

/** Free text of at most `length` characters. */
export const text = (length: number, options: Options<string> = {}): Field<string> =>
  field(
    z.string().transform(tidy).pipe(z.string().min(1).max(length)),
    (_scene, typed) => Promise.resolve(typed),
    { free: true, ...options },
  )

/** A name on one line. */
export const name = (length: number, options: Options<string> = {}): Field<string> =>
  field(
    z.string().transform(tidyName).pipe(z.string().min(1).max(length)),
    (_scene, typed) => Promise.resolve(typed),
    { free: true, ...options },
  )

const BARE_ADDRESS = /^[\w-]+(\.[\w-]+)+(\/|$)/
const Address = z
  .string()
  .transform(tidy)
  .transform((typed) => (BARE_ADDRESS.test(typed) ? `https://${typed}` : typed))
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(1000))

/** A web address. */
export const link = (options: Options<string> = {}): Field<string> =>
  field(Address, (_scene, typed) => Promise.resolve(typed), {
    // Most words have neither a colon nor a dot.
    maybe: (word) => /[:.]/.test(word),
    ...options,
  })

/** One of a fixed list, pressed or typed by value or label, in any language. */
export const oneOf = <V extends string>(
  values: readonly V[],
  labels: (text: Text) => Readonly<Record<V, string>>,
  options: Options<V> = {},
): Field<V> => {
  const meant = (word: string): V | undefined =>
    values.find(
      (value) => value === word || Object.values(languages).some((text) => labels(text)[value] === word),
    )
  return pick(
    (scene) => Promise.resolve(values.map((value) => ({ value, label: labels(scene.text)[value] }))),
    {
      free: false,
      takes: (word) => meant(word) !== undefined,
      canonical: (word) => meant(word) ?? word,
      ...(options as Options<string>),
    },
  ) as Field<V>
}

/** One of a list that depends on the scene. */
export const pick = (
  list: (scene: Scene, answers: Answers) => Promise<readonly Choice[]>,
  options: Options<string> = {},
): Field<string> =>
  field(
    z.string().transform(tidyName).pipe(z.string().min(1).max(200)),
    async (scene, typed) => {
      const choices = await list(scene, {})
      return matching(scene, choices, typed)
    },
    { choices: list, free: true, ...options },
  )

/** The choice that is meant: its value, its label, or the only label that contains what was typed. */
export const matching = (scene: Scene, choices: readonly Choice[], typed: string): string | Ambiguous => {
  if (choices.some(({ value }) => value === typed)) return typed
  const named = (fits: (name: string) => boolean) =>
    choices.filter(({ label, also = [] }) => [label, ...also].some(fits))
  const [exact, ...namesakes] = named((name) => name === typed)
  if (exact) return namesakes.length === 0 ? exact.value : new Ambiguous([exact, ...namesakes])
  const near = named((name) => name.includes(typed))
  if (near.length > 1) return new Ambiguous(near)
  const [only] = near
  if (only) return only.value
  throw new Refusal(scene.text.command.unknown(typed))
}
