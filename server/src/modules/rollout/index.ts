/**
 * rollout 推进: how far each school has moved to the new system, as a dated history of states.
 * Tables: rollout_entry.
 * Rules: the states and steps of the domain; the owning tenant sets them, never the school itself, never the city for a
 * county (意见（十五）); 已调整 needs a document and all three preparations (ROL-1); what was adjusted before the tenant came
 * to the system is declared; an entry of the same day is a correction with a reason and supersedes; nothing is deleted.
 */
import { progressImport } from './import-progress.js';
import { rolloutContributor } from './contribute-rollout.js';
import { RolloutEntry } from './rollout-entry.entity.js';
import { rolloutExtensions, rolloutModels } from './rollout.read.js';
import { RolloutResolver } from './rollout.resolver.js';

export { recordRolloutEntries } from './record-rollout-entries.js';
export type { RecordedRollout, RolloutRecord } from './record-rollout-entries.js';

export const rolloutModule = {
  importKind: progressImport,
  entities: [RolloutEntry],
  resolvers: [RolloutResolver],
  models: rolloutModels,
  extensions: rolloutExtensions,
  roots: {},
  contributors: [rolloutContributor],
};
