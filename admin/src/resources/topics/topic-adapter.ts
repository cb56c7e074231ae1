import { execute, type ResourceAdapter, type SchemaType } from '../../data/index.js';
import { TopicsQuery, type TopicRow } from './topic.graphql.js';

export const topicAdapter: ResourceAdapter<TopicRow> = {
  list: async ({ filter, first, offset, signal }) => {
    const variables = { filter: filter as SchemaType<'TopicFilter'>, first, offset };
    return (await execute(TopicsQuery, variables, { signal })).topics;
  },
};
