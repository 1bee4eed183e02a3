import { Refusal } from "../refusal.ts"

/** What is missing for an item to be sent in, and which answer would mend it. */
export class Unfit extends Refusal {
  readonly about: "answers" | "others" | "source" | "provider"
  constructor(message: string, about: Unfit["about"]) {
    super(message)
    this.about = about
  }
}
