/**
 * live 实时: word of changed rows, to those who have them on screen and may read them, within a second and whichever process
 * they are connected to. A use case says `ctx.live(type, id, schoolId)`; PostgreSQL hands it over at COMMIT (NOTIFY), every
 * API process hears it on one connection of its own and passes it on to its streams (`GET /live`, server-sent events).
 * Rules: only types and ids leave, everybody reads again under the own rights; a stream ends with its session or grant.
 */
export { LIVE_CHANNEL } from './live-events.js';
export { startListening } from './listen.js';
export { createLiveHub } from './live-hub.js';
export { addLiveRoute } from './live-route.js';
export { rechecksOf, sendLive } from './send-live.js';
export type { LiveEvent, LivePlace } from './live-events.js';
