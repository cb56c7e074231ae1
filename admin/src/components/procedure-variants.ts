/** Params as a finding carries them: what is unknown is '' or an empty list. */
type Params = Readonly<Record<string, unknown>>;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const chair = ({ chair: name }: Params): string => (isEmpty(name) ? 'none' : 'message');
const proposer = ({ name }: Params): string => (isEmpty(name) ? 'none' : 'message');
const dated = ({ on }: Params): string => (isEmpty(on) ? 'message' : 'late');

/** Without a list of names there are numbers only, without numbers nothing. */
function quorum({ n, absent }: Params): string {
  if (isEmpty(n)) return 'none';
  return isEmpty(absent) ? 'counts' : 'message';
}

function members({ names, counted }: Params): string {
  if (!isEmpty(names)) return 'message';
  return isEmpty(counted) ? 'none' : 'counts';
}

/** 会前听取意见: not asked, asked, entered from paper, disagreed, changes to be taken in. */
function consultation({ status, round, opinion }: Params): string {
  if (status === 'HELD_BACK') return opinion === 'AGREE_WITH_CHANGES' ? 'changes' : 'disagreement';
  if (!isEmpty(opinion)) return 'paper';
  return Number(round) > 0 ? 'waiting' : 'message';
}

function communication({ result, unsigned }: Params): string {
  if (isEmpty(result)) return 'none';
  if (result === 'MAJOR_DISAGREEMENT') return 'disagreement';
  return isEmpty(unsigned) ? 'message' : 'unsigned';
}

function reconsideration({ itemKind, body, meetingKind, state }: Params): string {
  if (itemKind !== 'RECONSIDERATION') return 'message';
  if (isEmpty(body)) return 'none';
  return body !== meetingKind ? 'body' : state === 'SUPERSEDED' ? 'replaced' : 'message';
}

function collective({ form }: Params): string {
  if (isEmpty(form)) return 'none';
  return form === 'MEETING' ? 'message' : 'form';
}

function opinions({ names, others }: Params): string {
  if (!isEmpty(names)) return 'message';
  return isEmpty(others) ? 'none' : 'counts';
}

const VARIANTS: Readonly<Record<string, (params: Params) => string>> = {
  ...{ 'PM-1': chair, 'OM-1': chair, 'PM-2': proposer, 'OM-2': proposer, 'PM-3': proposer, 'OM-3': proposer },
  ...{ 'PM-4': quorum, 'PM-5': quorum, 'OM-4': quorum, 'PM-6': members, 'PM-8': collective, 'OM-5': opinions },
  'PM-7': ({ names }) => (isEmpty(names) ? 'none' : 'message'),
  'PM-9': ({ votes }) => (isEmpty(votes) ? 'none' : 'message'),
  'PM-10': ({ never }) => (never ? 'never' : 'message'),
  'PM-12': proposer,
  'PM-14': ({ days }) => (isEmpty(days) ? 'none' : 'message'),
  'PM-15': ({ kind }) => (isEmpty(kind) ? 'none' : 'message'),
  'OM-6': ({ result }) => (isEmpty(result) ? 'none' : 'message'),
  ...{ 'PRE-1': dated, 'PRE-2': dated, 'PRE-3': communication, 'PRE-4': consultation, 'PRE-5': consultation },
  ...{ 'PRE-6': dated, 'PRE-10': reconsideration },
  'PRE-9': ({ lacks }) => (Array.isArray(lacks) && lacks.includes('ANSWER') ? 'answer' : 'message'),
  'REC-1': ({ changed }) => (changed ? 'changed' : 'message'),
};

/** Which of the texts of a check its params ask for. */
export function variantOf(checkId: string, params: Params): string {
  return VARIANTS[checkId]?.(params) ?? 'message';
}
