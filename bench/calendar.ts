import { readFileSync } from "node:fs"
import { readHolidays } from "../papers/holidays.ts"
import { calendarOf } from "../rules/calendar.ts"
import { addDays, type Day } from "../rules/time.ts"
import { type Benchmark, median, type Measurement } from "./benchmark.ts"

type Question = readonly [day: Day, count: number]
type Answer = (day: string, count: number) => Day

const GOAL = 50
const ROUNDS = 9

/** The figures that rules use, asked of every day from 2023 on whose answer still lies in 2026. */
const questions: readonly Question[] = Array.from({ length: 1_400 }, (_, at) =>
  addDays("2023-01-01", at),
).flatMap((day) => [1, 2, 5, 20].map((count): Question => [day, count]))

/** Microseconds for one answer, when all questions are asked so many times over. */
const time = (answer: Answer, times: number): number => {
  let read = 0
  const start = performance.now()
  for (let again = 0; again < times; again++) {
    for (const [day, count] of questions) read += answer(day, count).length
  }
  const passed = performance.now() - start
  if (read !== 10 * times * questions.length) throw new Error("an answer was not a day")
  return (passed * 1_000) / times / questions.length
}

const shippedCalendar = () => {
  const read = readHolidays(readFileSync(new URL("../rulebooks/holidays.json", import.meta.url), "utf8"))
  if ("mistakes" in read) throw new Error(read.mistakes.join("; "))
  return calendarOf(read.years)
}

/** The peer goes by the server's zone from the moment it is loaded: it is given the one in which it answers rightly. */
const inChina = async <T>(work: () => Promise<T>): Promise<T> => {
  const { TZ: zone } = process.env
  process.env.TZ = "Asia/Shanghai"
  try {
    return await work()
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
}

const addingWorkingDays = async (): Promise<Measurement> => {
  const { default: chineseDays } = await import("chinese-days")
  const calendar = shippedCalendar()
  const ours: Answer = (day, count) => calendar.addWorkingDays(day, count).day
  const theirs: Answer = (day, count) => chineseDays.findWorkday(count, day)
  const differing = questions.find(([day, count]) => ours(day, count) !== theirs(day, count))
  if (differing) throw new Error(`the answers differ for ${differing.join(" and ")} working days`)

  // Turn and turn about, so that whatever else the machine does falls on both.
  const rounds = Array.from({ length: ROUNDS }, () => ({
    peer: time(theirs, 1),
    own: time(ours, 30),
  }))
  const peer = median(rounds.map((round) => round.peer))
  const own = median(rounds.map((round) => round.own))
  const ratio = peer / own
  return {
    measured: `${own.toFixed(3)} µs against ${peer.toFixed(1)} µs for one answer, ${questions.length} questions`,
    ratio,
    goal: `at least ${GOAL} times faster`,
    met: ratio >= GOAL,
  }
}

export const calendarBenchmarks: readonly Benchmark[] = [
  {
    name: "Adding working days against chinese-days' findWorkday",
    run: () => inChina(addingWorkingDays),
  },
]
