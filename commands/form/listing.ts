import type { Command, Section } from "./command.ts"

/** Commands under one heading of the help. */
export const listed = (section: Section, ...them: readonly Command[]): readonly Command[] =>
  them.map((each) => ({ ...each, section }))
