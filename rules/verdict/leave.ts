import type { Looked } from "./facts.ts"
import type { Ground } from "./ground.ts"

/** It is live, or offline, and nobody gave leave. */
export interface Unasked extends Ground {
  readonly kind: "leave"
  readonly state: "unapproved" | "offline-unapproved"
}

export const leave = ({ account: { state }, leave: rules }: Looked): readonly Unasked[] =>
  state === "unapproved" || state === "offline-unapproved"
    ? [{ kind: "leave", level: "red", rules: rules[state], until: null, left: null, state }]
    : []
