import { isDeepStrictEqual } from 'node:util';
import { AFTER_APPOINT, OPERATIONS } from './operations.mjs';
import { compareDecisions } from './compare-decisions.mjs';
import { makeCalls, post, toRequest } from './subjects.mjs';

const COMPARED = 40;
const READS = ['list', 'page', 'roll-up', 'meeting'];

/** Answers before times: both sides must say the same, and the product the same by both of its ways. */
export async function compareAnswers(servers, subjects) {
  const equal = {};
  for (const operation of READS) {
    for (const call of makeCalls(subjects, operation, { count: COMPARED, seed: 11 })) {
      const product = await post(servers.product, toRequest(call, 'product'));
      same(operation, product, await post(servers.raw, toRequest(call, 'raw')));
      same(`${operation}, both ways of answering`, product, await throughGraphql(servers, call));
    }
    equal[operation] = COMPARED;
  }
  equal.appoint = await compareAppointments(servers, subjects);
  equal.decide = await compareDecisions(servers, subjects);
  return equal;
}

/** A root field that is no read model makes graphql-js answer the whole operation. */
async function throughGraphql(servers, call) {
  const query = OPERATIONS[call.operation].replace(/\}\s*$/, '  beside: viewer { today }\n}');
  const answer = await post(servers.product, toRequest({ ...call, query }, 'product'));
  const { beside, ...data } = answer.data ?? {};
  if (!beside) throw new Error(`not answered through graphql-js: ${JSON.stringify(answer).slice(0, 300)}`);
  return { data };
}

/** What either side says after an appointment is what the product then reads: the written standing is right. */
async function compareAppointments(servers, subjects) {
  const calls = makeCalls(subjects, 'appoint', { count: 2 * COMPARED, seed: 12 });
  for (const [index, call] of calls.entries()) {
    const side = index % 2 === 0 ? 'product' : 'raw';
    const { data } = await post(servers[side], toRequest(call, side));
    const { school, appointment } = data?.appoint ?? {};
    if (!appointment?.id) throw new Error(`${side} did not appoint`);
    const { schoolId: id, startsOn } = call.variables.input;
    const now = await post(
      servers.product,
      toRequest({ ...call, operation: 'after', query: AFTER_APPOINT, variables: { id } }, 'product'),
    );
    same(`${side} appoint`, { school, startsOn: appointment.startsOn }, { school: now.data?.school, startsOn });
  }
  return calls.length;
}

function same(what, a, b) {
  if (isDeepStrictEqual(a, b)) return;
  throw new Error(
    `${what}: the answers differ\n${JSON.stringify(a).slice(0, 2000)}\n${JSON.stringify(b).slice(0, 2000)}`,
  );
}
