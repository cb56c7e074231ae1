import type { DataProvider, RaRecord } from 'react-admin';
import { asOfStore } from './as-of.js';
import { resourceOf, type ListRequest, type ResourceAdapter } from './resource-adapter.js';
import { ServerError } from './server-error.js';

const PAGE = 20;

type Row = RaRecord<string>;

interface ListParams {
  readonly pagination?: { readonly page: number; readonly perPage: number };
  readonly sort?: { readonly field: string; readonly order: 'ASC' | 'DESC' };
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal;
}

/** A page of react-admin as the API's `first` and `offset`, on the day shown. */
export function toListRequest(params: ListParams, asOf: string | null): ListRequest {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: PAGE };
  return {
    filter: params.filter ?? {},
    sort: params.sort ?? { field: 'id', order: 'ASC' },
    first: perPage,
    offset: (page - 1) * perPage,
    asOf,
    signal: params.signal,
  };
}

function adapted<K extends keyof ResourceAdapter>(resource: string, ability: K): NonNullable<ResourceAdapter[K]> {
  const call = resourceOf(resource)?.adapter?.[ability];
  if (!call) throw new Error(`The resource ${resource} has no ${ability}`);
  return call;
}

async function list(resource: string, params: ListParams): Promise<{ data: Row[]; total: number }> {
  const { nodes, totalCount } = await adapted(resource, 'list')(toListRequest(params, asOfStore.get()));
  return { data: [...nodes], total: totalCount };
}

async function one(resource: string, id: string, signal?: AbortSignal): Promise<Row> {
  const row = await adapted(resource, 'one')(id, { asOf: asOfStore.get(), signal });
  if (!row) throw new ServerError({ code: 'NOT_FOUND' });
  return row;
}

function unsupported(act: string): () => Promise<never> {
  return () => Promise.reject(new Error(`${act} does not exist: nothing governed is deleted or changed in bulk`));
}

/**
 * The data provider: each resource answers through its adapter of typed documents. Nothing is deleted.
 * React-admin's signature leaves the record type to the caller, hence the casts at this edge.
 */
export const dataProvider = {
  supportAbortSignal: true,
  getList: list,
  getOne: async (resource: string, { id, signal }: { id: unknown; signal?: AbortSignal }) => ({
    data: await one(resource, String(id), signal),
  }),
  getMany: async (resource: string, { ids, signal }: { ids: readonly unknown[]; signal?: AbortSignal }) => ({
    data: await Promise.all(ids.map((id) => one(resource, String(id), signal))),
  }),
  getManyReference: (resource: string, params: ListParams & { target: string; id: unknown }) =>
    list(resource, { ...params, filter: { ...params.filter, [params.target]: params.id } }),
  create: async (resource: string, { data }: { data: Readonly<Record<string, unknown>> }) => ({
    data: await adapted(resource, 'create')(data),
  }),
  update: async (
    resource: string,
    { data, previousData }: { data: Readonly<Record<string, unknown>>; previousData: Row },
  ) => ({ data: await adapted(resource, 'update')(data, previousData) }),
  updateMany: unsupported('updateMany'),
  delete: unsupported('delete'),
  deleteMany: unsupported('deleteMany'),
} as unknown as DataProvider;
