/** What an uploaded spreadsheet may cost. Checked before anything is inflated, and again while it is. */
export interface ReadLimits {
  readonly fileBytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Inflated size : compressed size, of the whole and of each large part. */
  readonly compression: number;
  /** All parts together, inflated; keeps the text of one sheet below what a string can hold. */
  readonly inflatedBytes: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 10 * 1024 * 1024,
  rows: 20_000,
  columns: 100,
  compression: 200,
  inflatedBytes: 256 * 1024 * 1024,
};
