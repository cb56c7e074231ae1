/**
 * Imports: the tables that counties send become governed records. Upload → mapping → judgement row by row → corrections →
 * confirmation by job, one transaction a tenant → undo as one batch.
 * Tables: import_batch, import_row, import_effect. Kinds are registered by the modules that own what they write.
 * Rules: only mapped cells are stored, sensitive columns never; nothing governed is written before the confirmation; the
 * same file twice changes nothing; a batch can be taken back within 24 hours while nobody touched what it wrote.
 */
import { confirmImportJob } from './confirm-import.job.js';
import { importModels, importRoots } from './import-batch.read.js';
import { importRoutes } from './import-routes.js';
import { ImportResolver } from './import.resolver.js';
import { undoImportJob } from './undo-import.job.js';

export { dayOfRoster, lastDayOfRoster } from './roster-day.js';
export { registerImports } from './import-kind.js';
export type { BatchRef, ImportEffect, ImportKind, KindFacts } from './import-kind.js';

export const importsModule = {
  resolvers: [ImportResolver],
  models: importModels,
  roots: importRoots,
  jobs: { 'confirm-import': confirmImportJob, 'undo-import': undoImportJob },
  routes: [importRoutes],
};
