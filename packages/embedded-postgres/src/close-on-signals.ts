export interface ClosingOptions {
  /** Ends everything; runs once, however often a signal comes. */
  close: (signal: NodeJS.Signals) => Promise<void>;
  log: (line: string) => void;
}

/**
 * Ends the process properly on SIGINT, SIGTERM and SIGHUP. npm passes a signal on, so that a process gets Ctrl-C twice: the
 * listener stays (`on`, not `once`), or the second one would kill the process half-way.
 */
export function closeOnSignals({ close, log }: ClosingOptions): void {
  let isClosing = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isClosing) return;
    isClosing = true;
    close(signal).then(
      () => process.exit(0),
      (error: unknown) => {
        log(`Did not close properly: ${error instanceof Error ? error.message : String(error)}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
