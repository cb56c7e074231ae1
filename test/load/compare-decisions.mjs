import { isDeepStrictEqual } from 'node:util';
import { AFTER_DECIDE } from './meeting-operations.mjs';
import { callOn } from './meeting-subjects.mjs';
import { post, toRequest } from './subjects.mjs';

const COMPARED = 20;
/** When somebody acted, and the order of checks of one moment, are nobody's doing. */
const MOMENTS = ['startedAt'];

/**
 * In two meetings that stand alike, the one side decides one item and the other side the other's: what is then read of both by
 * the product is the same, to the last check.
 */
export async function compareDecisions(servers, { meetings }) {
  const pairs = takePairs(meetings);
  for (const pair of pairs) {
    const [product, raw] = await Promise.all(
      ['product', 'raw'].map((side, i) => decideBy({ servers, meetings }, { side, item: pair[i] })),
    );
    if (!isDeepStrictEqual(product, raw)) {
      throw new Error(`decide: what is left differs\n${firstDifference(product, raw)}`);
    }
  }
  return pairs.length;
}

/** Meetings of one school stand alike; their items are taken out of what is measured later. */
function takePairs(meetings) {
  const bySchool = new Map();
  for (const item of meetings.items) {
    const list = bySchool.get(item.school) ?? [];
    const isOther =
      list.every((one) => one.meeting !== item.meeting) && item.position === (list[0]?.position ?? item.position);
    if (list.length < 2 && isOther) bySchool.set(item.school, [...list, item]);
  }
  const pairs = [...bySchool.values()].filter((list) => list.length === 2).slice(0, COMPARED);
  const taken = new Set(pairs.flat().map(({ meeting }) => meeting));
  meetings.items = meetings.items.filter(({ meeting }) => !taken.has(meeting));
  return pairs;
}

async function decideBy({ servers, meetings }, { side, item }) {
  const call = callOn(meetings, item);
  for (const one of [call, call.then]) {
    const answer = await post(servers[side], toRequest(one, side));
    const [meeting] = Object.values(answer.data ?? {});
    if (meeting?.id !== `M_${item.tenant}_${item.meeting}` || meeting.version !== 1) {
      throw new Error(`${side} did not ${one.operation}: ${JSON.stringify(answer).slice(0, 1000)}`);
    }
  }
  const read = {
    operation: 'after',
    query: AFTER_DECIDE,
    variables: { id: `M_${item.tenant}_${item.meeting}` },
    caller: call.caller,
  };
  const answer = await post(servers.product, toRequest(read, 'product'));
  if (!answer.data?.meeting) throw new Error(`Not read: ${JSON.stringify(answer).slice(0, 500)}`);
  return comparable(answer.data.meeting);
}

function comparable(value) {
  if (Array.isArray(value)) {
    const list = value.map(comparable);
    return list[0]?.checkId ? list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : list;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, MOMENTS.includes(name) ? one !== null : comparable(one)]),
  );
}

function firstDifference(a, b, path = '') {
  if (isDeepStrictEqual(a, b)) return null;
  const isObject = (one) => one !== null && typeof one === 'object';
  if (!isObject(a) || !isObject(b)) return `${path}: ${JSON.stringify(a)} / ${JSON.stringify(b)}`;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstDifference(a[key], b[key], `${path}.${key}`);
    if (found) return found;
  }
  return path;
}
