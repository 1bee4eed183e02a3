/** What stands in one place of a table. */
export type Cell = string | number | null

export interface Column {
  readonly heading: string
  /** How wide it is beside the others; in a spreadsheet, in characters. */
  readonly width: number
  readonly align?: "left" | "center" | "right"
}

/** One part of a paper below its title. A text may run over several lines. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  /** To whom it goes, above everything that is said to them. */
  | { readonly kind: "addressee"; readonly text: string }
  /** Small print: what the figures rest on, what is left out. */
  | { readonly kind: "note"; readonly text: string }
  | {
      readonly kind: "table"
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly Cell[])[]
      /** The last row, in bold: what the others add up to. */
      readonly sum?: readonly Cell[]
    }

/** A paper of an office, whichever file it becomes: what is written, not how. */
export interface Paper {
  readonly title: string
  /** The line of the document number. The office fills it in by hand, so it is left blank: `〔　　　〕　　号`. */
  readonly number: string | null
  readonly blocks: readonly Block[]
  /** Who writes it and on which day, below on the right. */
  readonly signed: readonly string[]
  /** Broad tables lie on their side. */
  readonly landscape?: boolean
}

/** What no file of an office can hold, and halves of characters. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu

/** The lines of a text, without what cannot be printed. */
export const printable = (text: string): readonly string[] =>
  text.replace(UNPRINTABLE, "").split(/\r\n|\r|\n/)
