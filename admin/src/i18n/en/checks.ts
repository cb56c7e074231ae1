import type { checks as zh } from '../zh-CN/checks.js';
import { procedureChecks } from './procedure-checks.js';
import type { Translations } from './translations.js';

export const checks: Translations<typeof zh> = {
  'SCO-1': { name: 'Scope', message: 'Public, a legal person and with a party committee: the Opinion applies.' },
  'SCO-2': { name: 'By reference', message: 'Public kindergarten: the Opinion applies by reference.' },
  'SCO-3': { name: 'Private school', message: 'Private school: other rules apply; not counted.' },
  'SCO-4': {
    name: 'Stronghold only',
    message:
      'No legal person, or no branch committee of its own: the party organisation acts as a stronghold; not counted.',
  },
  'STF-1': {
    name: 'Secretary and principal separate (committee, general branch)',
    message: 'Secretary and principal should normally be two people; %{name} holds both. Please give the reason.',
  },
  'STF-2': {
    name: 'Secretary without administrative post',
    message: 'The secretary normally holds no administrative post; holds: %{posts}.',
  },
  'STF-3': {
    name: 'Member principal is deputy secretary',
    message: 'A principal who is a party member must also be deputy secretary.',
  },
  'STF-4': {
    name: 'Secretary and principal one person (branch)',
    message: 'In a party branch one person normally holds both posts; they are separate.',
  },
  'STF-5': {
    name: 'Full-time deputy secretary (branch)',
    message:
      'Where one person is secretary and principal, one full-time deputy secretary must be set up; there are %{n}.',
  },
  'STF-6': {
    name: 'Member vice-heads in the committee',
    message: 'Vice-heads who are party members should normally sit in the party committee; not so: %{names}.',
  },
  'STF-7': {
    name: 'Committee of full members',
    message: 'Members of the party committee must be full party members: %{names}.',
  },
  'STF-8': { name: 'One holder a post', message: 'Terms of one post overlap: %{posts} (%{names}).' },
  'STF-9': {
    name: 'Secretary or principal vacant',
    message: '%{vacancies}.',
    part: '%{post} vacant for %{days} days (since %{since})',
  },
  'STF-10': {
    name: 'Committee size',
    message: '%{orgType}: normally %{min} to %{usual} committee members, now %{n}.',
  },
  'STF-11': {
    name: 'Election in time',
    message:
      "The committee's term ended on %{termEnd}: hold an election or have it extended (normally by a year at most).",
  },
  'STF-12': { name: 'Organisation type fits members', message: '%{n} party members: normally %{suitable}.' },
  'ROL-1': { name: 'Three preparations', message: 'Adjusted only after all three preparations are complete.' },
  ...procedureChecks,
  unknown: 'Check %{id}',
  clause: {
    opinion: 'Opinion, clause %{clause}',
    inferred: 'Opinion, clause %{clause} (inferred)',
    ordinals: '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20',
    scope: 'Opinion, scope',
    party: 'Party rules',
    local: 'Local rules of procedure',
  },
};
