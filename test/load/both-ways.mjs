import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { encodeId, ID_PREFIXES } from '@zhixiao/domain';
import { Kind, parse, print, visit } from 'graphql';
import { BENCH_CITY } from './bench-plans.mjs';
import { post, toRequest } from './subjects.mjs';

const SHIPPED = new URL('../../schema/operations.json', import.meta.url);
const NOBODY = '00000000-0000-7000-8000-000000000000';
/** The type of the id that a root field takes, where it is no school's. */
const TYPES = {
  ...{
    person: 'Person',
    organization: 'PartyOrganization',
    appointment: 'Appointment',
    job: 'Job',
    importBatch: 'ImportBatch',
  },
  ...{
    meeting: 'Meeting',
    topic: 'Topic',
    topicGates: 'Topic',
    ruleOfProcedure: 'RulesOfProcedure',
    decision: 'Decision',
  },
  ...{ decisionTask: 'DecisionTask', emergencyAction: 'EmergencyAction' },
};

/**
 * Every query that the admin ships, under a county's, the city's and a secretary's grant, with and without its optional variables: once
 * as it comes, once beside a field that is no read model, so that graphql-js answers all of it. Both must say the same.
 */
export async function compareShippedOperations({ product }, subjects) {
  const operations = Object.values(JSON.parse(readFileSync(SHIPPED, 'utf8')));
  const askers = askersOf(subjects);
  const queries = operations.map(({ name, query }) => ({ name, document: parse(query) })).filter(isQuery);
  let compared = 0;
  for (const { name, document } of queries) {
    for (const call of callsOf(document, { subjects, askers })) {
      const send = (query) => post(product, toRequest({ ...call, operation: 'shipped', query }, 'product'));
      const asShipped = await send(print(document));
      const throughGraphql = withoutBeside(await send(print(withBeside(document))));
      if (!isDeepStrictEqual(comparable(asShipped), throughGraphql)) {
        const shown = JSON.stringify([call.variables, asShipped, throughGraphql]).slice(0, 2000);
        throw new Error(`${name}: the two ways of answering differ: ${shown}`);
      }
      compared += 1;
    }
  }
  return { operations: queries.length, calls: compared };
}

/** Of a refusal what it says; its place in the text and the id of its request are those of the one request. */
function comparable({ data, errors }) {
  return errors
    ? { refused: errors.map(({ path, extensions }) => [path, extensions.code, extensions.params]) }
    : { data };
}

/** @throws Error where graphql-js was not asked */
function withoutBeside(answer) {
  if (answer.errors) return comparable(answer);
  const { beside, ...data } = answer.data;
  if (!beside) throw new Error(`not answered through graphql-js: ${JSON.stringify(answer).slice(0, 300)}`);
  return { data };
}

function isQuery({ document }) {
  return document.definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION && one.operation === 'query');
}

const BESIDE = parse('{ beside: viewer { today } }').definitions[0].selectionSet.selections[0];

function withBeside(document) {
  return visit(document, {
    OperationDefinition: (node) => ({
      ...node,
      selectionSet: { ...node.selectionSet, selections: [...node.selectionSet.selections, BESIDE] },
    }),
  });
}

/** Who asks, and what of the own: a county, its city, a school of it. */
function askersOf({ callers, meetings, people }) {
  const [page] = meetings.pages;
  const { tenant, school } = page;
  const own = {
    ...{
      School: school,
      Person: people.get(tenant)[0].id,
      Meeting: page.id,
      Topic: page.topic,
      Decision: page.decision,
    },
    RulesOfProcedure: page.rules,
  };
  return [
    { caller: callers.get(tenant), tenant, place: tenant, own },
    { caller: callers.get(BENCH_CITY), tenant, place: BENCH_CITY, own },
    { caller: meetings.secretaries.get(school), tenant, place: tenant, own },
  ];
}

function callsOf(document, { subjects, askers }) {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  return askers.flatMap((asker) =>
    [false, true].map((withOptional) => ({
      caller: asker.caller,
      variables: Object.fromEntries(
        (operation.variableDefinitions ?? [])
          .filter(({ type }) => withOptional || type.kind === Kind.NON_NULL_TYPE)
          .map(({ variable, type }) => [
            variable.name.value,
            valueOf({ name: variable.name.value, type }, { operation, subjects, asker }),
          ])
          .filter(([, value]) => value !== undefined),
      ),
    })),
  );
}

function valuesByType({ asOf }) {
  const ReportInput = { groupBy: 'COUNTY', asOf, compareTo: `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}` };
  return { Date: asOf, Int: 7, Boolean: true, String: '第1', ReportInput };
}

/** A value for a variable, by its type; an id by the root field that takes it. Filters and orders are left out. */
function valueOf({ name, type }, { operation, subjects, asker }) {
  const typeName = print(type).replace(/[![\]]/g, '');
  if (typeName !== 'ID') return valuesByType(subjects)[typeName];
  if (name === 'tenantId' || name === 'parentId') return `T_${asker.place}`;
  const root = operation.selectionSet.selections.find((field) =>
    field.arguments?.some(({ value }) => value.name?.value === name),
  );
  const asked = name === 'schoolId' ? 'School' : (TYPES[root?.name.value] ?? 'School');
  return encodeId(ID_PREFIXES[asked], asker.tenant, asker.own[asked] ?? NOBODY);
}
