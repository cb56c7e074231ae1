// Runs before `npm start`: checks Node, installs and builds what changed.
import './support/node-version.mjs';

Promise.all([import('./support/prepare.mjs'), import('./support/step.mjs')]).then(([{ prepare }, { fail }]) =>
  prepare().catch(fail),
);
