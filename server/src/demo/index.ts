/**
 * The demonstration: a city with its sixteen counties and a small one in another province, generated, never typed in.
 * The same as-of day gives the same rows: one seed a tenant, derived ids, no clock. It runs until that day, with news of
 * the running month; some counties have not reported for a while, and their last months are not there. Nobody in it exists: names are put
 * together by decade and region, leaders of the country are banned by list, nobody has an identity number or a telephone;
 * its tenants are marked is_demo. One county has schools and organisations only: its seats wait for its roster.
 * Standing comes from the same pure function as everywhere, and so do the outcomes of a year of meetings of forty-one schools (year/). The benchmark's data come from the same generators.
 */
import { isEnrolled, loadDemo } from './load-demo.js';
import type { DemoOptions, LoadedDemo } from './load-demo.js';

export { loadDemo } from './load-demo.js';
export type { DemoOptions, LoadedDemo } from './load-demo.js';

/**
 * Loads the demonstration into a database in which no tenant takes part yet.
 * @returns null when there is one already, the demonstration's or a real one: then nothing is touched
 */
export async function ensureDemo(options: DemoOptions): Promise<LoadedDemo | null> {
  return (await isEnrolled(options.loaderUrl)) ? null : loadDemo(options);
}
