import { badInput, filledText, given, optionalText, plausibleDays } from '../schools/index.js';
import type { PersonInput } from './person.input.js';
import type { PersonValues } from './record-person.js';

/** What an input says of a person; what it does not name is left out. */
export type PersonPatch = Partial<PersonValues> & Pick<PersonValues, 'name' | 'membership'>;

/** @throws RuleViolation BAD_INPUT */
export function personPatch(input: PersonInput): PersonPatch {
  const { sex, birthMonth, ethnicity, education, title, membership, partyJoinedOn, partyFullOn } = input;
  plausibleDays({ partyJoinedOn, partyFullOn });
  if (partyJoinedOn && partyFullOn && partyFullOn < partyJoinedOn) throw badInput('partyFullOn', 'END_BEFORE_START');
  const texts = Object.fromEntries(
    Object.entries({ ethnicity, education, title })
      .filter(([, text]) => text !== undefined)
      .map(([field, text]) => [field, optionalText(text)]),
  );
  return {
    name: filledText('name', input.name),
    membership,
    ...texts,
    ...given({ sex, birthMonth, partyJoinedOn, partyFullOn }),
  };
}

/** The same as all that is known of a new person. */
export function personRecord(input: PersonInput): PersonValues {
  const unknown = { sex: null, birthMonth: null, ethnicity: null, education: null, title: null };
  return { ...unknown, partyJoinedOn: null, partyFullOn: null, ...personPatch(input) };
}
