export interface ClosingOptions {
  /** Ends everything; runs once, however often a signal comes. */
  close: (reason: NodeJS.Signals | 'ORPHANED') => Promise<void>;
  log: (line: string) => void;
  /** Close as well when the process that started this one has gone: npm's shell keeps a signal for itself. */
  withParent?: boolean;
}

const PARENT_CHECK_MS = 500;

/**
 * Ends the process properly on SIGINT, SIGTERM and SIGHUP. npm passes a signal on, so that a process gets Ctrl-C twice: the
 * listener stays (`on`, not `once`), or the second one would kill the process half-way.
 */
export function closeOnSignals({ close, log, withParent = false }: ClosingOptions): void {
  let isClosing = false;
  const onSignal = (reason: NodeJS.Signals | 'ORPHANED'): void => {
    if (isClosing) return;
    isClosing = true;
    close(reason).then(
      () => process.exit(0),
      (error: unknown) => {
        log(`Did not close properly: ${error instanceof Error ? error.message : String(error)}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  if (withParent) whenOrphaned(() => onSignal('ORPHANED'));
}

/** A process whose parent has ended gets another one. */
function whenOrphaned(then: () => void): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && then(), PARENT_CHECK_MS).unref();
}
