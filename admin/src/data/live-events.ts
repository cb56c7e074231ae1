/** One server-sent event: its name and its data, as text. */
export interface LiveMessage {
  readonly event: string;
  readonly data: string;
}

/**
 * Reads server-sent events out of text that comes in pieces, wherever it is cut: `feed` returns the events that are whole.
 * Comments (the server's heartbeat) and fields of no meaning here are passed over.
 */
export function createEventReader(): (piece: string) => LiveMessage[] {
  let rest = '';
  return (piece: string) => {
    const blocks = `${rest}${piece}`.replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.map(messageOf).filter((message) => message !== null);
  };
}

function messageOf(block: string): LiveMessage | null {
  const lines = block.split('\n').map((line) => /^(event|data): ?(.*)$/.exec(line));
  const of = (field: string): string[] =>
    lines.flatMap((line) => (line?.[1] === field && line[2] !== undefined ? [line[2]] : []));
  const [event] = of('event');
  return event === undefined ? null : { event, data: of('data').join('\n') };
}
