import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { Kind, parse, print, visit } from 'graphql';
import { BENCH_CITY } from './bench-plans.mjs';
import { post, toRequest } from './subjects.mjs';

const SHIPPED = new URL('../../schema/operations.json', import.meta.url);
const NOBODY = '00000000-0000-7000-8000-000000000000';
const LETTERS = { school: 'S', person: 'P', organization: 'O', appointment: 'A', job: 'J', importBatch: 'B' };

/**
 * Every query that the admin ships, under a county's and the city's grant, with and without its optional variables: once
 * as it comes, once beside a field that is no read model, so that graphql-js answers all of it. Both must say the same.
 */
export async function compareShippedOperations({ product }, subjects) {
  const operations = Object.values(JSON.parse(readFileSync(SHIPPED, 'utf8')));
  const queries = operations.map(({ name, query }) => ({ name, document: parse(query) })).filter(isQuery);
  let compared = 0;
  for (const { name, document } of queries) {
    for (const call of callsOf(document, subjects)) {
      const send = (query) => post(product, toRequest({ ...call, operation: 'shipped', query }, 'product'));
      const asShipped = await send(print(document));
      const { beside, ...data } = (await send(print(withBeside(document)))).data ?? {};
      if (!beside || !isDeepStrictEqual(asShipped, { data })) {
        const shown = JSON.stringify([call.variables, asShipped, data]).slice(0, 2000);
        throw new Error(`${name}: the two ways of answering differ: ${shown}`);
      }
      compared += 1;
    }
  }
  return { operations: queries.length, calls: compared };
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

function callsOf(document, subjects) {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const county = subjects.schools[0].tenant;
  return [county, BENCH_CITY].flatMap((tenant) =>
    [false, true].map((withOptional) => ({
      caller: subjects.callers.get(tenant),
      variables: Object.fromEntries(
        (operation.variableDefinitions ?? [])
          .filter(({ type }) => withOptional || type.kind === Kind.NON_NULL_TYPE)
          .map(({ variable, type }) => [
            variable.name.value,
            valueOf({ name: variable.name.value, type }, operation, subjects),
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
function valueOf({ name, type }, operation, subjects) {
  const typeName = print(type).replace(/[![\]]/g, '');
  if (typeName !== 'ID') return valuesByType(subjects)[typeName];
  const [school] = subjects.schools;
  if (name === 'tenantId' || name === 'parentId') return `T_${BENCH_CITY}`;
  const root = operation.selectionSet.selections.find((field) =>
    field.arguments?.some(({ value }) => value.name?.value === name),
  );
  const field = root?.name.value;
  const known = { school: school.id, person: subjects.people.get(school.tenant)[0].id };
  return `${LETTERS[field] ?? 'S'}_${school.tenant}_${known[field] ?? NOBODY}`;
}
