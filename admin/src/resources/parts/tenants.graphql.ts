import { graphql } from '../../data/index.js';

export const TenantChoicesQuery = graphql(`
  query TenantChoices {
    tenants {
      id
      code
      name
      level
    }
  }
`);
