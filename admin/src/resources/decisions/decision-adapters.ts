import { execute, type ResourceAdapter, type SchemaType } from '../../data/index.js';
import { DecisionsQuery, type DecisionRow } from './decision.graphql.js';
import { EmergencyActionsQuery, type EmergencyRow } from './emergency.graphql.js';
import { DecisionTasksQuery, type TaskRow } from './task.graphql.js';

interface Sort {
  readonly field: string;
  readonly order: 'ASC' | 'DESC';
}

function orderOf({ field, order }: Sort): SchemaType<'DecisionOrder'> {
  if (field === 'number') return 'NUMBER_ASC';
  return order === 'ASC' ? 'DECIDED_ON_ASC' : 'DECIDED_ON_DESC';
}

export const decisionAdapter: ResourceAdapter<DecisionRow> = {
  list: async ({ filter, sort, first, offset, asOf, signal }) => {
    const variables = { filter: filter as SchemaType<'DecisionFilter'>, order: orderOf(sort), first, offset, asOf };
    return (await execute(DecisionsQuery, variables, { signal })).decisions;
  },
};

export const taskAdapter: ResourceAdapter<TaskRow> = {
  list: async ({ filter, sort, first, offset, asOf, signal }) => {
    const order: SchemaType<'DecisionTaskOrder'> = sort.field === 'dueOn' ? 'DUE_ON_ASC' : 'NEWEST';
    const variables = { filter: filter as SchemaType<'DecisionTaskFilter'>, order, first, offset, asOf };
    return (await execute(DecisionTasksQuery, variables, { signal })).decisionTasks;
  },
};

export const emergencyAdapter: ResourceAdapter<EmergencyRow> = {
  list: async ({ filter, first, offset, asOf, signal }) => {
    const variables = { filter: filter as SchemaType<'EmergencyActionFilter'>, first, offset, asOf };
    return (await execute(EmergencyActionsQuery, variables, { signal })).emergencyActions;
  },
};
