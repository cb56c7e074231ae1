import { decisionNumber, derivedId } from './inside.mjs';

/** What the page's meeting decided, in the register; the next decisions of the school count on from there. */
export function decisionRows(tables, { tenant_id, school_id, asOf, author }, { id, items }) {
  const decided = items.filter(({ matter, decidedAt }) => matter && decidedAt);
  const year = Number(asOf.slice(0, 4));
  const place = { tenant_id, school_id, body: 'PARTY_ORG', year };
  tables.add('decision_number', [{ ...place, last: decided.length }]);
  tables.add(
    'decision',
    decided.map(({ id: item_id, topicId: topic_id, matter }, i) => ({
      ...{
        ...place,
        id: derivedId(item_id, 'decision'),
        restricted: false,
        version: 1,
        created_at: new Date(),
        created_by: author,
      },
      ...{
        number: decisionNumber('PARTY_ORG', year, i + 1),
        seq: i + 1,
        meeting_id: id,
        item_id,
        topic_id,
        matter_code: matter.code,
      },
      ...{
        matter,
        category: matter.category,
        title: matter.nameZh,
        text: '会议同意',
        result: 'APPROVED',
        confidentiality: 'INTERNAL',
      },
      ...{
        disclosure: matter.disclosure,
        decided_on: asOf,
        decided_by_name: 'bench',
        entered_afterwards: false,
        state: 'IN_FORCE',
      },
      concerned_ids: [],
    })),
  );
}
