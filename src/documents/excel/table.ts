/** What a column holds. A date is `YYYY-MM-DD` here and a real date in the file; a share is 0 to 100 here and a percentage there. */
export type ColumnKind = 'text' | 'number' | 'date' | 'percent' | 'mark';

/** A cell's value; null leaves it empty, a share stands for itself in any column. A text that is no date stands in a column of dates as text. */
export type Value = string | number | { readonly percent: number } | null;

/** One column: its heading, its width in letters, what it holds. */
export interface Column {
  readonly heading: string;
  readonly width: number;
  readonly kind: ColumnKind;
}

/** One row; `strong` for sums and headings of groups. */
export interface Row {
  readonly cells: readonly Value[];
  readonly strong?: boolean;
}

/** The head of the Party's form: who writes at the left, the Party's name, place and day at the right. */
export interface FormHead {
  readonly superior: string;
  readonly cell: string;
  readonly party: string;
  readonly placeAndDay: string;
}

/** One sheet of a file before it is one: headings, rows, and what stands above and below them. */
export interface Table {
  /** The sheet's name on its tab: 31 letters at most, none of `[]:*?/\`. */
  readonly sheet: string;
  readonly head: FormHead | null;
  readonly title: string;
  /** Lines beneath the title. */
  readonly lines: readonly string[];
  readonly columns: readonly Column[];
  /** A second row of headings, one for each column. */
  readonly under?: readonly string[];
  readonly rows: readonly Row[];
  /** Lines below the table, such as what the marks mean. */
  readonly foot: readonly string[];
  /** Columns at the left that stay in sight. */
  readonly frozen: number;
}

/** The words of the file, looked up by key in the language of the record: Vietnamese. */
export type Words = (key: string, values?: Record<string, string | number>) => string;
