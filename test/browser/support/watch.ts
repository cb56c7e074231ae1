import type { BrowserContext } from '@playwright/test';

/** What no page may do: complain in the console, throw, or ask anybody but its own server. */
export interface Watch {
  /** What was seen since this was last called. */
  take(): string[];
  /** A refusal that the test provokes: the browser itself notes such an answer in the console. */
  expectStatus(status: number): void;
}

export function watch(context: BrowserContext, origin: string): Watch {
  let troubles: string[] = [];
  let expected: number[] = [];
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const status = Number(/the server responded with a status of (\d+)/.exec(message.text())?.[1]);
    if (!expected.includes(status))
      troubles.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => troubles.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    if (asked !== origin && protocol !== 'data:') troubles.push(`request to ${request.url()}`);
  });
  return {
    take() {
      const seen = troubles;
      [troubles, expected] = [[], []];
      return seen;
    },
    expectStatus: (status) => void expected.push(status),
  };
}
