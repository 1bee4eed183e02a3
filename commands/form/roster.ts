import { z } from "zod"
import { readNearDay, readNearMoment } from "../../rules/moment.ts"
import type { Person } from "../../rules/person.ts"
import { type Rota, type Shift, shiftKey } from "../../rules/roster.ts"
import { addDays, type Day, dayOf, days, type Instant, isDay, isTimeOfDay } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import { tidyName } from "../../rules/words.ts"
import * as people from "../../services/people.ts"
import { Refusal } from "../../services/refusal.ts"
import * as roster from "../../services/roster.ts"
import * as members from "../../services/shifts/members.ts"
import type { Hours } from "../../services/shifts/rotas.ts"
import * as units from "../../services/units.ts"
import { personChoices, unitField, unitsHere } from "./choices.ts"
import { Ambiguous, type Answers, type Choice, type Field, type Scene } from "./command.ts"
import { field, matching, silent } from "./fields.ts"

/** Nobody writes more than three shifts a day. */
export const MOST_HOURS = 3
const NOBODY = "-"

/** The unit whose roster is meant, when somebody names it: else the group's, or one's own. */
export const rosterUnit = (): Field<Unit | null> => silent(unitField("see"))

export const unitMeant = (scene: Scene, named: Unit | null): Promise<Unit> =>
  named ? Promise.resolve(named) : units.unit(scene, scene.place.unitId ?? scene.me.person.unitId)

const typedName = z.string().transform(tidyName).pipe(z.string().min(1).max(100))

const dayWords = (scene: Scene) => ({
  nows: scene.text.post.nows,
  days: { ...scene.text.post.days, [scene.text.leaving.days.tomorrow]: -1 },
})

/** A day that lies ahead, or today. */
export const aheadDayField = (): Field<Day> =>
  field(
    typedName.pipe(z.string().regex(/^(今天|明天|today|tomorrow|\d{1,4}[-/.年月]\d{1,2})/i)),
    (scene, typed) => {
      const day = isDay(typed) ? typed : readNearDay(typed, scene.now, dayWords(scene))
      if (day === null) throw new Refusal(scene.text.account.notADay(typed))
      return Promise.resolve(day)
    },
    {
      choices: (scene) => {
        const today = dayOf(scene.now)
        const words = scene.text.leaving.days
        return Promise.resolve([
          { value: today, label: words.today },
          { value: addDays(today, 1), label: words.tomorrow },
        ])
      },
    },
  )

/** Any moment, past or ahead. */
export const anyMoment = (): Field<Instant | null> =>
  silent(
    field(
      typedName.pipe(
        z
          .string()
          .regex(
            /^(现在|now|今天|昨天|前天|明天|today|yesterday|tomorrow|\d{1,4}[-/.年月]|\d{1,2}[:：点时]\d{0,2})/i,
          ),
      ),
      (scene, typed) => {
        const found = readNearMoment(typed, scene.now, dayWords(scene))
        if (found === null) throw new Refusal(scene.text.post.notATime(typed))
        return Promise.resolve(found)
      },
    ),
  )

const time = (typed: string): string => {
  const [hour = "", minute = ""] = typed.replace("：", ":").split(":")
  return `${hour.padStart(2, "0")}:${minute}`
}

const readHours = (scene: Scene, typed: string): Hours => {
  const match = /^(\d{1,2}[:：]\d{2})[-–—~至到](?:次日)?(\d{1,2}[:：]\d{2})$/.exec(typed.replaceAll(" ", ""))
  const [start = "", end = ""] = [match?.[1] ?? "", match?.[2] ?? ""].map(time)
  const until = end === "24:00" ? "00:00" : end
  if (!isTimeOfDay(start) || !isTimeOfDay(until)) throw new Refusal(scene.text.roster.notHours(typed))
  return { start, end: until }
}

const hoursTyped = typedName.pipe(z.string().regex(/\d[:：]\d{2}.*[-–—~至到]/))

/** The hours of one shift. */
export const hoursField = (choices: Field<Hours>["choices"] = null): Field<Hours> =>
  field(hoursTyped, (scene, typed) => Promise.resolve(readHours(scene, typed)), { choices })

const USUAL = ["08:00-20:00,20:00-08:00", "08:00-16:00,16:00-00:00,00:00-08:00", "09:00-09:00", "08:30-17:30"]

/** The shifts of a day, parted by commas. */
export const hoursOfDay = (): Field<readonly Hours[]> =>
  field(
    hoursTyped,
    (scene, typed) => {
      const found = typed
        .split(/[,，、;；]+/)
        .filter((part) => part.trim() !== "")
        .map((part) => readHours(scene, part))
      if (found.length > MOST_HOURS) throw new Refusal(scene.text.roster.tooManyHours(MOST_HOURS))
      return Promise.resolve(found)
    },
    {
      choices: (scene) =>
        Promise.resolve(
          USUAL.map((value) => ({
            value,
            label: value
              .split(",")
              .map((part) => scene.text.roster.period(readHours(scene, part)))
              .join("、"),
          })),
        ),
    },
  )

/** The unit that an answer before this one names; null as long as it is not clear. */
const unitIn = async (scene: Scene, answers: Answers): Promise<Unit | null> => {
  const answer = answers["unit"]
  if (answer === undefined || answer === "") return unitMeant(scene, null)
  const found = await unitField("see").find(scene, answer)
  return found instanceof Ambiguous ? null : found
}

const seen = async (scene: Scene): Promise<readonly Person[]> => {
  const found = new Map<string, Person>()
  for (const unit of await unitsHere(scene, "see"))
    for (const person of await members.of(scene, unit.id)) found.set(person.id, person)
  for (const person of await members.of(scene, scene.me.person.unitId)) found.set(person.id, person)
  return [...found.values()]
}

/** Somebody for a shift: offered are those of the unit; a person of another unit is refused by name later on. */
export const memberField = (options: { readonly nobody?: true } = {}): Field<Person | null> => {
  const nobody = (scene: Scene): readonly Choice[] =>
    options.nobody ? [{ value: NOBODY, label: scene.text.roster.nobody }] : []
  return field<string, Person | null>(
    typedName,
    async (scene, typed) => {
      if (options.nobody && [NOBODY, scene.text.roster.nobody].includes(typed)) return null
      const offered = await seen(scene)
      const value = matching(scene, await personChoices(scene, offered), typed)
      if (value instanceof Ambiguous) return value
      return offered.find(({ id }) => id === value) ?? null
    },
    {
      free: true,
      choices: async (scene, answers) => {
        const unit = await unitIn(scene, answers)
        const them = unit === null ? [] : await members.of(scene, unit.id)
        return [...(await personChoices(scene, them)), ...nobody(scene)]
      },
    },
  )
}

/** How many days of shifts are offered. */
const OFFERED_DAYS = 30

/** The shifts that somebody may change: their own first, and of others where they arrange the roster. */
export const changeable = async (scene: Scene): Promise<readonly Shift[]> => {
  const { me, now } = scene
  const own: Shift[] = []
  const others: Shift[] = []
  const home = new Set([me.person.unitId, ...me.roles.map(({ unitId }) => unitId)])
  for (const unit of await unitsHere(scene, "see")) {
    if (!home.has(unit.id)) continue
    const shifts = await roster.shiftsOf(scene, unit.id, now, now + days(OFFERED_DAYS))
    const ahead = shifts.filter(({ from }) => from > now)
    own.push(...ahead.filter(({ personId }) => personId === me.person.id))
    if (await people.may(scene, me, "roster.edit", unit.id))
      others.push(...ahead.filter(({ personId }) => personId !== me.person.id))
  }
  return [...own, ...others]
}

/** As buttons. */
export const shiftChoices = async (scene: Scene, shifts: readonly Shift[]): Promise<readonly Choice[]> => {
  const found: Choice[] = []
  for (const shift of shifts) {
    const who = (await scene.tables.persons.get(shift.personId))?.name ?? scene.text.people.unnamed
    found.push({ value: shiftKey(shift), label: scene.text.roster.shiftOf({ ...shift, who }) })
  }
  return found
}

/** One of the shifts that a list gives: pressed, or typed by a part of what the button says. */
export const shiftField = (
  list: (scene: Scene, answers: Answers) => Promise<readonly Shift[]>,
  offered: (scene: Scene, answers: Answers) => Promise<readonly Choice[]>,
): Field<Shift> =>
  field(
    typedName,
    async (scene, typed) => {
      const shifts = await list(scene, {})
      const value = matching(scene, await shiftChoices(scene, shifts), typed)
      if (value instanceof Ambiguous) return value
      const found = shifts.find((shift) => shiftKey(shift) === value)
      if (found === undefined) throw new Refusal(scene.text.command.unknown(typed))
      return found
    },
    { choices: offered, free: true },
  )

/** A rota with the names of its people, as texts tell of it. */
export const rotaInWords = async (scene: Scene, rotas: readonly Rota[]) => {
  const [first] = rotas
  if (first === undefined) throw new Error("a rota has shifts")
  const shifts = []
  for (const { start, end, people: ids } of rotas) {
    const names = []
    for (const id of ids) names.push((await scene.tables.persons.get(id))?.name ?? scene.text.people.unnamed)
    shifts.push({ hours: { start, end }, people: names })
  }
  const { layer, days: pattern, turn, from, until } = first
  return { layer, days: pattern, shifts, turn, from, until }
}
