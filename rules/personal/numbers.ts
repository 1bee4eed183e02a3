/** The digits of a number that people write with blanks, dots or dashes in between. */
const GAP = "[\\s.·—–-]{0,2}"
const digits = (first: string, many: number): string =>
  `${first}${Array.from({ length: many }, () => `${GAP}\\d`).join("")}`

const MOBILE = new RegExp(`(?<![\\d.])(?:\\+?86${GAP})?${digits(`1${GAP}[3-9]`, 9)}(?!\\d)`, "u")
/** An area code and seven or eight digits. */
const LANDLINE =
  /(?<!\d)[(（]?0\d{2,3}[)）]?[\s-]{1,2}[2-9]\d{6,7}(?!\d)|(?<!\d)0[1-9]\d{1,2}[2-9]\d{6,7}(?!\d)/u
const CITIZEN = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/gu
const CITIZEN_OLD = /(?<!\d)[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/u
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const LAST = "10X98765432"

/** Whether eighteen characters are the number of an identity card: a day of birth in the middle, or the right last digit. */
const isCitizen = (number: string): boolean => {
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(number[at]), 0)
  const born = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(number)
  return born || LAST[sum % 11] === number[17]?.toUpperCase()
}

const SPOKEN: Readonly<Record<string, string>> = {
  〇: "0",
  零: "0",
  一: "1",
  幺: "1",
  壹: "1",
  二: "2",
  贰: "2",
  三: "3",
  叁: "3",
  四: "4",
  肆: "4",
  五: "5",
  伍: "5",
  六: "6",
  陆: "6",
  七: "7",
  柒: "7",
  八: "8",
  捌: "8",
  九: "9",
  玖: "9",
}

/** With the digits that were written as words; a run of many is a number, and never part of a sentence. */
const spelledOut = (text: string): string =>
  text.replace(/[〇零一幺壹二贰三叁四肆五伍六陆七柒八捌九玖\d]{7,}/gu, (run) =>
    Array.from(run, (each) => SPOKEN[each] ?? each).join(""),
  )

/** A phone, or the number of an identity card. */
export const holdsNumberOfPerson = (text: string): boolean => {
  const plain = spelledOut(text)
  if (MOBILE.test(plain) || LANDLINE.test(plain) || CITIZEN_OLD.test(plain)) return true
  const joined = plain.replace(/(?<=\d)[\s-](?=[\dXx])/gu, "")
  return [...plain.matchAll(CITIZEN), ...joined.matchAll(CITIZEN)].some(([number]) => isCitizen(number))
}
