import { buildAdmin, buildServer } from './build.mjs';
import { install } from './install.mjs';
import { step } from './step.mjs';

/** Installs and builds what changed since the last time. */
export async function prepare() {
  await step('Dependencies', install);
  await step('Packages and server', buildServer);
  await step('Admin', buildAdmin);
}
