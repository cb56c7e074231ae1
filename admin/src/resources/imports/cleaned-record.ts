import type { EnumName } from '../../i18n/index.js';
import type { ImportKind } from './preview.type.js';

/** What a field's value is written in: a closed list, the posts or the stages of a roster, yes and no, or as it stands. */
type Writing = EnumName | 'roles' | 'marks' | 'notDone' | 'yesNo' | 'text';

export interface CleanedPart {
  /** The field by the name that columns of a sheet have. */
  readonly field: string;
  readonly writing: Writing;
  readonly values: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;
type Rule = readonly [key: string, field: string, writing: Writing];

const SCHOOL: readonly Rule[] = [
  ['schoolCode', 'schoolCode', 'text'],
  ['schoolName', 'schoolName', 'text'],
];
const PERSON: readonly Rule[] = [
  ['name', 'name', 'text'],
  ['posts', 'post', 'roles'],
  ['portfolios', 'portfolio', 'CommitteePortfolio'],
  ['appointedOn', 'startDate', 'text'],
  ['endedOn', 'endDate', 'text'],
  ['gender', 'sex', 'text'],
  ['birthMonth', 'birthMonth', 'text'],
  ['ethnicity', 'ethnicity', 'text'],
  ['politicalStatus', 'political', 'text'],
  ['joinedOn', 'joinedOn', 'text'],
  ['education', 'education', 'text'],
  ['title', 'title', 'text'],
  ['documentNo', 'documentNo', 'text'],
  ['appointBy', 'appointBy', 'text'],
  ['termEnd', 'termEnd', 'text'],
];
const PROGRESS: readonly Rule[] = [
  ['stage', 'state', 'marks'],
  ['adjustedOn', 'adjustedOn', 'text'],
];
const REGISTER: readonly Rule[] = [
  ['stage', 'stage', 'SchoolStage'],
  ['ownership', 'ownership', 'Ownership'],
  ['legalPerson', 'legalPerson', 'yesNo'],
  ['authority', 'authority', 'text'],
  ['town', 'town', 'text'],
  ['group', 'group', 'text'],
  ['classes', 'classes', 'text'],
  ['students', 'students', 'text'],
  ['staff', 'staff', 'text'],
  ['members', 'members', 'text'],
  ['membersInService', 'membersInService', 'text'],
  ['orgName', 'orgName', 'text'],
  ['orgType', 'orgType', 'PartyOrgType'],
  ['hasCommittee', 'hasCommittee', 'yesNo'],
  ['approvalNo', 'approvalNo', 'text'],
  ['superior', 'superior', 'text'],
  ['subBranches', 'subBranches', 'text'],
  ['termStart', 'termStart', 'text'],
  ['termEnd', 'termEnd', 'text'],
  ['scope', 'scope', 'ScopeKind'],
  ['remark', 'remark', 'text'],
];
const MEETING: readonly Rule[] = [
  ['schoolName', 'schoolName', 'text'],
  ['kind', 'kind', 'MeetingKind'],
  ['number', 'number', 'text'],
  ['title', 'meetingTitle', 'text'],
  ['heldOn', 'heldOn', 'text'],
  ['startTime', 'startTime', 'text'],
  ['endTime', 'endTime', 'text'],
  ['place', 'place', 'text'],
  ['chair', 'chair', 'text'],
  ['recorderName', 'recorder', 'text'],
  ['noticeOn', 'noticeOn', 'text'],
  ['papersOn', 'papersOn', 'text'],
  ['statedExpected', 'expected', 'text'],
  ['statedPresent', 'present', 'text'],
  ['attending', 'attending', 'text'],
  ['chairSignedOn', 'chairSignedOn', 'text'],
  ['recorderSignedOn', 'recorderSignedOn', 'text'],
  ['notDone', 'notDone', 'MeetingNotDone'],
  ['items', 'items', 'text'],
];
const MEETING_ITEM: readonly Rule[] = [
  ['meetingKey', 'meetingKey', 'text'],
  ['title', 'itemTitle', 'text'],
  ['kind', 'itemKind', 'ItemKind'],
  ['matter', 'matter', 'text'],
  ['proposer', 'proposer', 'text'],
  ['consulted', 'consulted', 'ConsultationOpinion'],
  ['voteForm', 'voteForm', 'VoteForm'],
  ['votes', 'votes', 'text'],
  ['result', 'result', 'ItemResult'],
  ['conclusion', 'conclusion', 'text'],
  ['responsible', 'responsible', 'text'],
  ['dueOn', 'dueOn', 'text'],
  ['notDone', 'notDone', 'notDone'],
];
const VACANCIES: readonly Rule[] = [['vacancies', 'vacancies', 'roles']];

function partsOf(record: Fields, rules: readonly Rule[]): CleanedPart[] {
  return rules.flatMap(([key, field, writing]) => {
    const value = record[key];
    const values = (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== undefined);
    return values.length > 0 ? [{ field, writing, values: values.map(String) }] : [];
  });
}

const isRecord = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** What will be written, line by line: a school's team has a line a person. Codes come with the list that names them. */
export function cleanedLines(kind: ImportKind, record: unknown): CleanedPart[][] {
  if (!isRecord(record)) return [];
  if (kind === 'MEETINGS') return [partsOf(record, 'meetingKey' in record ? MEETING_ITEM : MEETING)];
  const school = partsOf(record, SCHOOL);
  if (kind === 'PROGRESS') return [[...school, ...partsOf(record, PROGRESS)]];
  if (kind === 'SCHOOL_REGISTER') return [[...school, ...partsOf(record, REGISTER)]];
  const people = Array.isArray(record['people']) ? record['people'].filter(isRecord) : [];
  const isTeam = people.length > 0 || Array.isArray(record['vacancies']);
  // a seat that the file calls vacant has posts and nobody
  const seat = 'name' in record ? partsOf(record, PERSON) : partsOf({ vacancies: record['posts'] }, VACANCIES);
  const lines = isTeam
    ? [school, ...people.map((person) => partsOf(person, PERSON)), partsOf(record, VACANCIES)]
    : [[...school, ...seat]];
  return lines.filter((line) => line.length > 0);
}
