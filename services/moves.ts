import type { Act } from "./app.ts"
import * as watch from "./watch.ts"

/**
 * What follows from holiday notices that were loaded: rounds and open dates are counted anew, and those whose date
 * moved, and only they, are told what moved, with their next digest.
 */
export const afterLoading = async (act: Act, years: readonly string[]): Promise<void> => {
  if (years.length > 0) await watch.all(act, years)
}
