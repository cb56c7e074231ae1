interface ListPlace {
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly sort?: { readonly field: string; readonly order: 'ASC' | 'DESC' };
  readonly page?: number;
}

/** Leaves out what filters nothing, so that a link and the list's own address are the same text. */
function withoutEmpty(filter: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const meaningful = Object.entries(filter).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return Object.fromEntries(meaningful);
}

/** The route of a list with its filter, as react-admin keeps it in the address: `/schools?filter={…}`. */
export function listPath(resource: string, { filter = {}, sort, page }: ListPlace = {}): string {
  const params = new URLSearchParams({ filter: JSON.stringify(withoutEmpty(filter)) });
  if (sort) {
    params.set('sort', sort.field);
    params.set('order', sort.order);
  }
  if (page) params.set('page', String(page));
  return `/${resource}?${params.toString()}`;
}

/** The route of one record's page, or of a tab on it: `/schools/<id>/show/timeline`. */
export function showPath(resource: string, id: string, tab?: string): string {
  return `/${resource}/${encodeURIComponent(id)}/show${tab ? `/${tab}` : ''}`;
}

/** The same place as the `href` of a plain link: the router lives in the hash. */
export function hrefOf(path: string): string {
  return `#${path}`;
}
