import { nameKey } from "../words.ts"
import type { Known, Named } from "./reading.ts"

const NOBODY = new Set(["无", "休", "休息", "空", "-", "—", "——", "/", "none"])

/** The names in a cell, without telephone numbers. */
export const namesIn = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .replace(/[（(][^（）()]*\d[^（）()]*[）)]/gu, " ")
    .replace(/[\d-]{5,}/g, " ")
    .split(/[、,，;；/\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !NOBODY.has(part))

/** Who stands in a cell. */
export const peopleIn = (text: string, people: Known["people"]): readonly Named[] => {
  // A registered name may have in it what elsewhere parts names.
  const whole = find(text, people)
  return "personId" in whole ? [whole] : namesIn(text).flatMap((part) => inPart(part, people))
}

const inPart = (part: string, people: Known["people"]): readonly Named[] => {
  const whole = find(part, people)
  if ("personId" in whole || !/\s/.test(part)) return [whole]
  // Blanks part names here, and fill up a name of two characters there.
  const each = part.split(/\s+/).map((name) => find(name, people))
  return each.some((one) => "personId" in one) ? each : [whole]
}

/** The one person of this name. */
export const find = (name: string, people: Known["people"]): Named => {
  const [first, ...namesakes] = people.filter((person) => nameKey(person.name) === nameKey(name))
  if (first === undefined) return { code: "unknown", says: name }
  return namesakes.length > 0 ? { code: "namesakes", says: name } : { personId: first.id }
}
