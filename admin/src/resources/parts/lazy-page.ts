import { lazy, type ComponentType } from 'react';

/** A page that is fetched when it is first shown. */
export function lazyPage<Name extends string>(
  name: Name,
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
): ReturnType<typeof lazy<ComponentType>> {
  return lazy(async () => ({ default: (await load())[name] }));
}
