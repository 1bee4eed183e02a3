import { Unusable } from "./faults.ts"
import type { Migration } from "./migrations.ts"
import type { Row } from "./rows.ts"
import { admit, type Schema } from "./schema.ts"

/** The version of each table's rows; a table that is not named is at version 1. */
export type Versions = Readonly<Record<string, number>>

/** Lets rows in from disk: migrated to the versions of today, checked, and frozen. */
export class Door {
  readonly #schema: Schema
  readonly #migrations: readonly Migration[]

  constructor(schema: Schema, migrations: readonly Migration[]) {
    this.#schema = schema
    this.#migrations = migrations
  }

  enter(table: string, row: unknown, versions: Versions): Row {
    const today = this.#versionOf(table)
    let entering = row
    for (let version = versions[table] ?? 1; version < today; version += 1) {
      entering = this.#step(table, version, entering)
    }
    return admit(this.#schema, table, entering)
  }

  /** The tables whose rows are of another version today. Throws when the rows come from a newer program. */
  changed(versions: Versions): [table: string, version: number][] {
    return Object.entries({ ...this.today(), ...versions }).flatMap(
      ([table, written]): [string, number][] => {
        const today = this.#versionOf(table)
        if (written > today) {
          throw new Unusable(
            `the table ${table} was written by a newer program: version ${written}, here ${today}`,
          )
        }
        return (versions[table] ?? 1) === today ? [] : [[table, today]]
      },
    )
  }

  /** The versions in which rows are written now. */
  today(): Versions {
    return Object.fromEntries(Object.entries(this.#schema).map(([table, { version }]) => [table, version]))
  }

  #versionOf(table: string): number {
    const found = this.#schema[table]
    if (!found) throw new Unusable(`the table ${table} is unknown here: a newer program wrote it`)
    return found.version
  }

  #step(table: string, from: number, row: unknown): unknown {
    const found = this.#migrations.find((migration) => migration.table === table && migration.from === from)
    if (!found) throw new Error(`the table ${table} has no migration from version ${from}`)
    return found.change(row)
  }
}
