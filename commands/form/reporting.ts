import { issue } from "../issue.ts"
import { report } from "../report.ts"
import { score } from "../score.ts"
import { topic } from "../topic.ts"
import { topics } from "../topics.ts"
import type { Command } from "./command.ts"

/** What is noted for reports, and how they are made. */
export const reporting: readonly Command[] = [topic, topics, report, issue, score]
