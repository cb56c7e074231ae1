/**
 * people 人员: the people whom appointments are about.
 * Tables: person, account_person (who of them has an account).
 * Rules: a person belongs to one tenant and carries every school served, past and to come, which is who may see them there;
 * the same person in another county is a copy under the same person_key. No identity number, no phone. A change needs a
 * reason, and the schools served stand anew when it touches what the checks ask (membership, 意见（十二）).
 * Imports and the demo write through recordPersons.
 */
import { Person } from './person.entity.js';
import { personModels, personRoots } from './person.read.js';
import { PersonResolver } from './person.resolver.js';

export { PersonInput } from './person.input.js';
export { PersonType } from './person.type.js';
export { personRecord } from './read-person-input.js';
export { recordPerson, recordPersons } from './record-person.js';
export type { PersonRecord, PersonValues } from './record-person.js';

export const peopleModule = {
  entities: [Person],
  resolvers: [PersonResolver],
  models: personModels,
  extensions: [],
  roots: personRoots,
};
