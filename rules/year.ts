import { z } from "zod"

/** One year's holiday notice: days off and make-up working days. The id is the year. */
export const CalendarYear = z
  .object({
    id: z.string(),
    holidays: z.array(z.string()).readonly(),
    makeUpDays: z.array(z.string()).readonly(),
    source: z.string(),
  })
  .readonly()
export type CalendarYear = z.output<typeof CalendarYear>
