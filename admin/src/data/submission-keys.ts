export interface SubmissionKeys {
  readonly keyFor: (submission: string) => string;
  /** The submission was answered. */
  readonly settle: (submission: string) => void;
}

/**
 * The Idempotency-Key of a submission. It stays the same while the outcome of that very submission is unknown (the line
 * broke, the server was busy), so that a retry or a double click is answered and not done twice; once answered, a new
 * submission of the same values gets a new key.
 */
export function createSubmissionKeys(newKey: () => string = () => crypto.randomUUID()): SubmissionKeys {
  const open = new Map<string, string>();
  return {
    keyFor(submission: string): string {
      const key = open.get(submission) ?? newKey();
      open.set(submission, key);
      return key;
    },
    settle(submission: string): void {
      open.delete(submission);
    },
  };
}
