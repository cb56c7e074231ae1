/** What the gates of a topic ask to be recorded (意见（七）（九）). */
export const TOPIC_RECORD_KINDS = [
  'PROPOSAL',
  'INVESTIGATION',
  'COMMUNICATION',
  'CADRE_DELIBERATION',
  'INDIVIDUAL_DELIBERATION',
  'HEARING',
  'EXPERT',
  'TECHNICAL',
  'POLICY',
  'LEGAL',
] as const;
export type TopicRecordKind = (typeof TOPIC_RECORD_KINDS)[number];

/** What a paper record may say was not done (补录), beside the kinds above. */
export const NOT_DONE_FACTS = [
  ...TOPIC_RECORD_KINDS,
  'PROPOSER',
  'CONFIRMATION',
  'MEMBER_IN_CHARGE',
  'CONSULTATION',
] as const;
export type NotDoneFact = (typeof NOT_DONE_FACTS)[number];

/** What a check looks at, and what is departed from in it. */
export const CHECK_SUBJECTS = ['TOPIC', 'MEETING', 'ITEM', 'DECISION'] as const;
export type CheckSubject = (typeof CHECK_SUBJECTS)[number];

/** What may be departed from where the rules say 一般: nothing of a decision. */
export const DEPARTURE_SUBJECTS = ['TOPIC', 'MEETING', 'ITEM'] as const;
export type DepartureSubject = (typeof DEPARTURE_SUBJECTS)[number];
