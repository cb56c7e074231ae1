import { graphql, type FragmentOf, type ResultOf } from '../../data/index.js';

/** A type of matter as it holds somewhere, and what each level says of it. */
export const matterFields = graphql(`
  fragment MatterFields on MatterType {
    code
    nameZh
    category
    draftedBy
    decidedBy
    deciderSource
    twoThirds
    staffHearing
    expert
    priorConsultation
    disclosure
    superior
    basis
  }
`);

export const MattersQuery = graphql(
  `
    query Matters($tenantId: ID, $schoolId: ID) {
      matterTypes(tenantId: $tenantId, schoolId: $schoolId) {
        ...MatterFields
        layers {
          tenantId
          level
          adds
          patch
          reason
          documentNo
          setAt
          setBy
          version
        }
      }
    }
  `,
  [matterFields],
);

export const SetMatterTypeMutation = graphql(`
  mutation SetMatterType($input: SetMatterTypeInput!) {
    setMatterType(input: $input) {
      code
    }
  }
`);

export const DropMatterTypeLayerMutation = graphql(`
  mutation DropMatterTypeLayer($input: DropMatterTypeLayerInput!) {
    dropMatterTypeLayer(input: $input) {
      code
    }
  }
`);

export type MatterFields = FragmentOf<typeof matterFields>;
export type Matter = ResultOf<typeof MattersQuery>['matterTypes'][number];
