import { addDays } from '@zhixiao/domain';
import { newId } from './inside.mjs';

/** What a major matter is prepared with (意见（七）（九）). */
const RECORDS = ['PROPOSAL', 'INVESTIGATION', 'INDIVIDUAL_DELIBERATION', 'COMMUNICATION'];

/** The topic of an item, confirmed and prepared with all that its type asks for. */
export function topicRows(tables, site, { matter, topicId, decidedAt }) {
  if (matter === null) return;
  const { tenant_id, school_id, asOf, author, secretary, seats } = site;
  const on = addDays(asOf, -7);
  const row = { tenant_id, school_id, version: 1 };
  const proposer =
    seats.find(({ post, personId }) => post === 'COMMITTEE_MEMBER' && personId !== secretary.id) ?? seats[0];
  const isMajor = matter.priorConsultation === true;
  tables.add('topic', [
    {
      ...{
        ...row,
        id: topicId,
        meeting_kind: 'PARTY_ORG',
        item_kind: 'DECISION',
        title: matter.nameZh,
        body: '建议方案全文',
      },
      ...{ matter_code: matter.code, matter, category: matter.category, decider: 'PARTY_MEETING', audiences: [] },
      ...{
        two_thirds: false,
        important: false,
        confidentiality: 'INTERNAL',
        restricted: false,
        proposer_id: proposer.personId,
      },
      ...{
        proposer_name: proposer.personName,
        proposer_post: proposer.post,
        proposed_on: on,
        lead_id: proposer.personId,
      },
      ...{
        lead_name: proposer.personName,
        state: decidedAt ? 'DECIDED' : 'HEARD',
        gates: [],
        confirmed_by_id: secretary.id,
      },
      ...{
        consultation_status: isMajor ? 'AGREED' : 'NOT_NEEDED',
        confirmed_by_name: secretary.name,
        confirmed_as: 'SECRETARY',
      },
      ...{
        confirmed_acting: false,
        confirmed_on: on,
        confirmed_at: new Date(),
        entered_afterwards: false,
        not_done: [],
      },
      ...{
        concerned_ids: [proposer.personId],
        waiting_ids: [],
        created_at: new Date(),
        created_by: author,
        created_by_name: 'bench',
      },
    },
  ]);
  if (isMajor) prepared(tables, site, { topicId, on, row, proposer });
}

function prepared(tables, { author, secretary, principal }, { topicId, on, row, proposer }) {
  const signature = ({ id: personId, name: personName }, post) => ({ personId, personName, post, signedOn: on });
  const signed = [signature(secretary, 'SECRETARY'), signature(principal, 'PRINCIPAL')];
  tables.add(
    'topic_record',
    RECORDS.map((kind) => ({
      ...{ ...row, id: newId(), topic_id: topicId, kind, held_on: on, result: '已形成', restricted: false },
      participant_ids: kind === 'INDIVIDUAL_DELIBERATION' ? [proposer.personId] : [],
      participant_names: kind === 'INDIVIDUAL_DELIBERATION' ? [proposer.personName] : [],
      agreed: kind === 'COMMUNICATION' ? true : null,
      signatures: kind === 'COMMUNICATION' ? signed : [],
      ...{ recorded_by_name: 'bench', created_at: new Date(), created_by: author },
    })),
  );
  tables.add('consultation', [
    {
      ...{ ...row, id: newId(), topic_id: topicId, round: 1, side: 'PRINCIPAL', to_person_id: principal.id },
      ...{
        to_person_name: principal.name,
        to_post: 'PRINCIPAL',
        asked_at: new Date(),
        asked_by: author,
        asked_by_name: 'bench',
      },
      ...{
        opinion: 'AGREE',
        text: '同意',
        answered_on: on,
        answered_at: new Date(),
        stated_on_paper: false,
        restricted: false,
      },
    },
  ]);
}
