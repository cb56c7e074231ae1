import { buildSchema, GraphQLScalarType } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/** A small schema with every kind of field and root, for the tests of the compiler. */
export const SDL = `
scalar Date
scalar DateTime
scalar JSON
interface Node { id: ID! }
enum TenantLevel { PROVINCE CITY COUNTY }
enum Post { SECRETARY PRINCIPAL }
type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
type Tenant implements Node { id: ID! name: String! level: TenantLevel! }
type Finding { checkId: String! outcome: String! params: JSON }
type School implements Node {
  id: ID! tenant: Tenant! code: String! name: String! students: Int budget: String ratio: Float legal: Boolean
  tags: [String!]! findings: [Finding!]! extra: JSON changedAt: DateTime! validFrom: Date! validTo: Date
  nameLength: Int! secretary: Appointment team: [Appointment!]! teamSize: Int!
  appointments(post: Post, first: Int = 3, after: String, offset: Int): AppointmentConnection!
}
type Person implements Node { id: ID! tenant: Tenant! name: String! score: Int posts: [Appointment!]! }
type Appointment implements Node {
  id: ID! tenant: Tenant! school: School person: Person post: Post! startsOn: Date! endsOn: Date tenureEndsOn: Date
}
type SchoolEdge { node: School! cursor: String! }
type SchoolConnection { nodes: [School!]! edges: [SchoolEdge!]! pageInfo: PageInfo! totalCount: Int! }
type PersonEdge { node: Person! cursor: String! }
type PersonConnection { nodes: [Person!]! edges: [PersonEdge!]! pageInfo: PageInfo! totalCount: Int! }
type AppointmentEdge { node: Appointment! cursor: String! }
type AppointmentConnection { nodes: [Appointment!]! edges: [AppointmentEdge!]! pageInfo: PageInfo! totalCount: Int! }
input SchoolFilter { q: String tenantId: ID code: [String!] legal: Boolean fewerThan: Int atLeast: Int failing: [String!] }
enum SchoolOrder { CODE_ASC CODE_DESC STUDENTS_DESC }
enum PersonOrder { NAME_ASC SCORE_ASC }
input AppointmentFilter { schoolId: ID personId: ID post: Post current: Boolean }
enum AppointmentOrder { STARTS_ON_DESC TENURE_ENDS_ASC }
type Query {
  node(id: ID!): Node
  nodes(ids: [ID!]!): [Node]!
  tenants(level: TenantLevel, parentId: ID): [Tenant!]!
  school(id: ID!, asOf: Date): School
  schools(filter: SchoolFilter, order: SchoolOrder = CODE_ASC, first: Int = 20, after: String, offset: Int, asOf: Date): SchoolConnection!
  person(id: ID!, asOf: Date): Person
  people(order: PersonOrder = NAME_ASC, first: Int = 20, after: String, offset: Int): PersonConnection!
  appointment(id: ID!): Appointment
  appointments(filter: AppointmentFilter, order: AppointmentOrder = STARTS_ON_DESC, first: Int, after: String, offset: Int, asOf: Date): AppointmentConnection!
  greeting: String!
}
type AppointPayload { appointment: Appointment school: School! note: String! }
type Mutation { renameSchool(id: ID!): School appoint: AppointPayload! }
`;

const asIs = (name: string): Partial<GraphQLScalarType> & { name: string } => ({
  name,
  serialize: (value: unknown) => value,
});

/** Scalars that leave values as they are, as the server's do. */
export function testSchema(sdl = SDL): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const { name, serialize } of [asIs('Date'), asIs('DateTime'), asIs('JSON')]) {
    Object.assign(schema.getType(name) ?? {}, { serialize });
  }
  return schema;
}
