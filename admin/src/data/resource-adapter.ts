import type { RaRecord } from 'react-admin';
import type { SubjectName } from '@zhixiao/policy';

/** What a list asks for. `first` and `offset` are the API's; `asOf` is the day shown, null for today. */
export interface ListRequest {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort: { readonly field: string; readonly order: 'ASC' | 'DESC' };
  readonly first: number;
  readonly offset: number;
  readonly asOf: string | null;
  readonly signal?: AbortSignal;
}

interface ReadRequest {
  readonly asOf: string | null;
  readonly signal?: AbortSignal;
}

interface ListAnswer<Row> {
  readonly nodes: readonly Row[];
  readonly totalCount: number;
}

/** How one resource of react-admin reads and writes through typed documents. What is left out cannot be done. */
export interface ResourceAdapter<Row extends RaRecord<string> = RaRecord<string>> {
  readonly list?: (request: ListRequest) => Promise<ListAnswer<Row>>;
  readonly one?: (id: string, request: ReadRequest) => Promise<Row | null | undefined>;
  readonly create?: (input: Readonly<Record<string, unknown>>) => Promise<Row>;
  // a method: an adapter of one row type is an adapter, whatever rows the others have
  update?(input: Readonly<Record<string, unknown>>, previous: Row): Promise<Row>;
}

interface Registered {
  readonly subject: SubjectName;
  readonly adapter?: ResourceAdapter;
}

const registered = new Map<string, Registered>();

/** Tells the data and auth providers about a resource. */
export function registerResource(name: string, resource: Registered): void {
  registered.set(name, resource);
}

/** What was registered under this name. */
export function resourceOf(name: string): Registered | undefined {
  return registered.get(name);
}
