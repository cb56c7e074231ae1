/** What an uploaded spreadsheet may cost. Checked before anything is inflated, and again while it is. */
export interface ReadLimits {
  readonly fileBytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Inflated size : compressed size, of the whole and of each large part. */
  readonly compression: number;
  /** All parts together, inflated. */
  readonly inflatedBytes: number;
  /** What the cells may take in memory, by estimate. A thread that runs out of heap can take the process with it, so it never gets there. */
  readonly heapBytes: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 10 * 1024 * 1024,
  rows: 20_000,
  columns: 100,
  compression: 200,
  inflatedBytes: 128 * 1024 * 1024,
  heapBytes: 460 * 1024 * 1024,
};
