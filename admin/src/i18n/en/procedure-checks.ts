import type { procedureChecks as zh } from '../zh-CN/procedure-checks.js';
import type { Translations } from './translations.js';

export const procedureChecks: Translations<typeof zh> = {
  'PM-1': {
    name: 'Party meeting chaired by the secretary',
    message: 'The %{post} (%{head}) convenes and chairs; %{chair} did, without a recorded delegation.',
    none: 'No chair is recorded; the %{post} (%{head}) convenes and chairs.',
    todo: 'Let the secretary chair, or record whom the secretary entrusted with it.',
  },
  'PM-2': {
    name: 'Topic proposed by a leader (party meeting)',
    message: 'Topics are proposed by members of the leadership team; %{name} was none at the time.',
    none: 'Topics are proposed by members of the leadership team; nobody has proposed this one.',
    todo: 'A member of the leadership team proposes it under the own account.',
  },
  'PM-3': {
    name: 'Topic confirmed by the secretary',
    message: 'The topic is confirmed by the %{post}; %{name} confirmed it as %{actingAs}.',
    none: 'The topic is not confirmed by the %{post} yet.',
    todo: 'Once it is prepared, the secretary confirms it.',
  },
  'PM-4': {
    name: 'Half of the members present (party meeting)',
    message: '%{n} expected, %{m} present; at least half, that is %{k}, must be there. Absent: %{absent}.',
    counts: '%{n} expected, %{m} present; at least half, that is %{k}, must be there.',
    none: 'It is not recorded how many were there.',
    todo: 'Wait for more members, or put the meeting off.',
  },
  'PM-5': {
    name: 'Two thirds present on appointments and the like',
    message:
      '%{n} expected, %{m} present; on appointments and other important matters at least two thirds, that is %{k}, must be there. Absent: %{absent}.',
    counts:
      '%{n} expected, %{m} present; on appointments and other important matters at least two thirds, that is %{k}, must be there.',
    none: 'It is not recorded how many were there.',
    todo: 'Wait for more members, or put the item off.',
  },
  'PM-6': {
    name: 'Observers neither count nor vote',
    message: '%{names}: no member, so not counted as present and without a vote.',
    counts: '%{counted} were counted where %{allowed} may be; observers neither count nor vote.',
    none: 'There is no list of who was there.',
    todo: 'Compare the list and the votes with the members.',
  },
  'PM-7': {
    name: 'Who observes',
    message: '%{names}: not of the admin team, so a reason for observing is needed.',
    none: 'There is no list of observers.',
    todo: 'Give the reason for observing.',
  },
  'PM-8': {
    name: 'Decided by the party meeting together',
    message: '“%{matter}” is decided by the party meeting together, not by the %{kind}.',
    form: '“%{matter}” is decided by the party meeting together; %{form} does not replace it.',
    none: 'It is not recorded that a meeting decided “%{matter}”.',
    todo: 'Bring it to the party meeting.',
  },
  'PM-9': {
    name: 'What passes a vote',
    message: 'Of %{base} (%{n}) %{k} votes in favour are needed; %{votes} do not fit the recorded result.',
    none: 'No votes are recorded.',
    todo: 'Check votes and result.',
  },
  'PM-10': {
    name: 'No unscheduled motion',
    message: 'Generally nothing is brought up unscheduled; else with a reason that the chair accepts.',
    never: 'The filed rules allow no unscheduled motion.',
    todo: 'Put it on the next agenda, or give a reason that the chair accepts.',
  },
  'PM-11': {
    name: 'Recusal',
    message: '%{names}: has an interest in the item and must leave for it.',
    todo: 'Discuss and vote without them.',
  },
  'PM-12': {
    name: 'Member in charge present',
    message: '%{name}, who is in charge of the matter, is absent; then it is generally not dealt with.',
    none: 'It is not recorded who is in charge of the matter.',
    todo: 'Wait for the member in charge, or put the item off.',
  },
  'PM-13': {
    name: 'Secretary speaks last',
    message: 'It is not recorded that the secretary spoke last.',
    todo: 'Let the secretary speak last, and record it.',
  },
  'PM-14': {
    name: 'Notice in time',
    message: 'Notice and papers generally go out %{d} days before; this time %{days}.',
    none: 'It is not recorded when notice and papers went out; generally %{d} days before.',
    todo: 'Send notice and papers in time, or give a reason.',
  },
  'PM-15': {
    name: 'First topic',
    message: 'A meeting generally begins with the “first topic”; this one begins with: %{kind}.',
    none: 'A meeting generally begins with the “first topic”; there is no agenda.',
    todo: 'Put the “first topic” first.',
  },
  'OM-1': {
    name: "Principal's meeting chaired by the principal",
    message: 'The %{post} (%{head}) convenes and chairs; %{chair} did, without a recorded delegation.',
    none: 'No chair is recorded; the %{post} (%{head}) convenes and chairs.',
    todo: 'Let the principal chair, or record whom the principal entrusted with it.',
  },
  'OM-2': {
    name: "Topic proposed by a leader (principal's meeting)",
    message: 'Topics are proposed by members of the leadership team; %{name} was none at the time.',
    none: 'Topics are proposed by members of the leadership team; nobody has proposed this one.',
    todo: 'A member of the leadership team proposes it under the own account.',
  },
  'OM-3': {
    name: 'Topic confirmed by the principal',
    message: 'The topic is confirmed by the %{post}; %{name} confirmed it as %{actingAs}.',
    none: 'The topic is not confirmed by the %{post} yet.',
    todo: 'Once it is prepared, the principal confirms it.',
  },
  'OM-4': {
    name: "Half of the members present (principal's meeting)",
    message: '%{n} expected, %{m} present; at least half, that is %{k}, must be there. Absent: %{absent}.',
    counts: '%{n} expected, %{m} present; at least half, that is %{k}, must be there.',
    none: 'It is not recorded how many were there.',
    todo: 'Wait for more members, or put the meeting off.',
  },
  'OM-5': {
    name: 'Opinions of those present heard',
    message: 'The principal decides after hearing those present; not heard: %{names}.',
    counts: '%{others} opinions are to be heard, %{heard} were.',
    none: 'It is not recorded that opinions were heard.',
    todo: 'Record the opinion of each; who has none says so.',
  },
  'OM-6': {
    name: "The party meeting's matters are only prepared",
    message:
      "“%{matter}” is decided by the party meeting; the principal's meeting submits it, puts it off or takes it back, but here: “%{result}”.",
    none: "“%{matter}” is decided by the party meeting; no result of the principal's meeting is recorded.",
    todo: 'Submit it to the party meeting, put it off, or take it back.',
  },
  'OM-7': {
    name: 'Names the party decision that it carries out',
    message: 'It does not name the party decision that it carries out.',
    todo: 'Choose the party decision.',
  },
  'PRE-1': {
    name: 'Proposal',
    message: 'A major matter is decided on a proposal that rests on an investigation; there is none.',
    late: 'The proposal is of %{on}, after the meeting.',
    todo: 'Add the proposal.',
  },
  'PRE-2': {
    name: 'Investigation',
    message: 'A major matter is investigated before; nothing is recorded.',
    late: 'The investigation is of %{on}, after the meeting.',
    todo: 'Add a record of the investigation; a short note is enough.',
  },
  'PRE-3': {
    name: 'Secretary and principal have talked it over',
    message: 'The communication is of a day after the meeting.',
    none: 'Secretary and principal talk it over and have no major disagreement before it goes to a meeting; nothing is recorded.',
    disagreement: 'There is a major disagreement: it cannot go to a meeting.',
    unsigned: 'Signatures are missing: %{unsigned}.',
    todo: 'Record the communication; both heads sign under their own accounts.',
  },
  'PRE-4': {
    name: 'The other side heard before the meeting',
    message: 'On an important topic the %{side} (%{names}) is heard before the meeting; not yet.',
    waiting: 'Sent to the %{side} (%{names}), who has not answered yet.',
    paper: 'The opinion of the %{side} was entered from paper and is to be confirmed.',
    disagreement: 'The %{side} (%{names}) disagrees: held back before the meeting.',
    changes: 'The %{side} (%{names}) agrees with changes that are not taken in: held back before the meeting.',
    todo: 'Ask the other side; after a disagreement talk it over and ask again.',
  },
  'PRE-5': {
    name: 'The full-time deputy heard where one holds both posts',
    message: 'There is no other side, so the full-time deputy (%{names}) is heard; not yet.',
    waiting: 'Sent to the full-time deputy (%{names}), who has not answered yet.',
    paper: 'The opinion of the full-time deputy was entered from paper and is to be confirmed.',
    disagreement: 'The full-time deputy (%{names}) disagrees; that is on record.',
    changes: 'The full-time deputy (%{names}) agrees with changes that are not taken in.',
    todo: 'Ask the full-time deputy.',
  },
  'PRE-6': {
    name: 'Deliberation on cadre matters',
    message: 'A plan on cadres is deliberated in a certain circle before the meeting; nothing is recorded.',
    late: 'The deliberation is of %{on}, after the meeting, or names nobody.',
    todo: 'Add a record of the deliberation with its participants.',
  },
  'PRE-7': {
    name: 'Individual deliberation',
    message:
      'Before a major matter is decided, secretary, principal and the members concerned talk one by one; nothing is recorded.',
    todo: 'Add a record of the talks with their participants.',
  },
  'PRE-8': {
    name: 'Staff, students and parents heard',
    message: 'It touches the vital interest of people, who are heard before; not yet: %{audiences}.',
    todo: 'Hear them (staff congress, symposium, public notice …) and record it.',
  },
  'PRE-9': {
    name: 'Expert assessment and advice',
    message:
      'A specialised matter asks for an expert assessment and technical, policy or legal advice; missing: %{lacks}.',
    answer: 'It has to be said first whether the matter is a specialised one.',
    todo: 'Say whether it is specialised; if so, add assessment and advice.',
  },
  'PRE-10': {
    name: 'Changed by reconsideration only',
    message: 'What a meeting decided is changed by reconsideration, in the same procedure.',
    none: 'It does not name the decision to be reconsidered.',
    body: 'That decision was made by the %{body}: the same meeting reconsiders it.',
    replaced: 'That decision was replaced already: reconsider the one in force.',
    todo: 'Propose it as a reconsideration and choose the decision.',
  },
  'REC-1': {
    name: 'Record signed',
    message: 'Signatures are missing in the record: %{lacks}.',
    changed: 'The record was changed after it was signed; corrections are appended.',
    todo: 'Chair and recorder sign.',
  },
  'REC-5': {
    name: 'Execution of major decisions reported',
    message: 'The principal reports to the party organisation %{wanted} times a semester; now %{reports}.',
    todo: 'The principal reports on the execution.',
  },
};
