/**
 * The parts of the built server that the benchmark stands on. Everywhere else tests speak HTTP; here the data come from the
 * server's own generators, and the compared server is put together with the benchmark's operations counted as shipped.
 */
const dist = new URL('../../server/dist/', import.meta.url);
const part = (path) => import(new URL(path, dist).href);

export const { createCopyText } = await part('demo/tables.js');
export const { copyRows } = await part('demo/copy-rows.js');
export const { writeTenant } = await part('demo/tenant.js');
export const { typeFor } = await part('demo/demo-plans.js');
export const { calendarOf } = await part('demo/dates.js');
export const { createRandom, hashText, readWeights } = await part('demo/random.js');
export const { stageOf, WORDS } = await part('demo/words.js');
export const { tenantRows } = await part('modules/tenancy/divisions/tenant-rows.js');
export const { loadTenants } = await part('modules/tenancy/divisions/load-tenants.js');
export const { migrate } = await part('platform/database/migrate.js');
export const { roleUrls } = await part('platform/database/roles.js');
export const { scopeSql } = await part('platform/scope.js');
export const { standingRow } = await part('platform/standing/rebuild.js');
export const { derivedId, newId } = await part('platform/ids.js');
export const { loadMeeting } = await part('modules/meetings/load-meeting.js');
export const { meetingFacts } = await part('modules/meetings/meeting-facts.js');
export const { verdictOnItem, verdictOnMeeting } = await part('modules/meetings/verdict.js');
export const { factsOf: topicFacts } = await part('modules/topics/topic-facts.js');
export const { concernedIn, waitingFor } = await part('modules/topics/waiting-for.js');
export const { decisionNumber } = await part('modules/decisions/decision.dictionary.js');
