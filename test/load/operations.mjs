import { DECIDE, MEETING, VOTE } from './meeting-operations.mjs';

/** What is measured: the GraphQL operations of the one side; raw-server.mjs has the SQL of the other. */
export const LIST = `query BenchSchools($tenantId: ID!, $asOf: Date!) {
  schools(filter: { tenantId: $tenantId }, first: 25, asOf: $asOf) {
    totalCount
    nodes {
      id code name stage scope orgType secretaryName principalName combined rolloutState rolloutSince
      hardFindings defaultFindings advisoryFindings departuresPending
      tenant { id name }
    }
  }
}`;

export const PAGE = `query BenchSchool($id: ID!, $asOf: Date!) {
  school(id: $id, asOf: $asOf) {
    id code name stage ownership legalPerson scope organizationName orgType hasCommittee fullMembers probationaryMembers
    committeeTermEnd secretaryName principalName combined rolloutState rolloutSince rolloutDeclared
    hardFindings defaultFindings advisoryFindings version
    tenant { id name }
    findings { checkId outcome severity clause params }
    team {
      id post personName portfolio fullTime acting startsOn startPrecision tenureEndsOn documentNo
      person { id sex birthMonth membership }
    }
    departures { id checkId reason status requestedOn approvedOn approver reviewOn }
    rolloutEntries { id state readiness effectiveOn documentNo declared reason }
    appointments(first: 20) { totalCount nodes { id post personName startsOn endsOn } }
  }
}`;

export const ROLL_UP = `query BenchRollUp($tenantId: ID!, $asOf: Date!, $compareTo: Date!) {
  rolloutOverview(tenantId: $tenantId, asOf: $asOf, compareTo: $compareTo) {
    asOf compareTo schools inScope byReference
    completion { numerator denominator percent }
    completionBefore { numerator denominator percent }
    funnel { state count }
    counties {
      tenant { id name }
      inScope
      states { state count }
      completion { numerator denominator percent }
      completionBefore { numerator denominator percent }
    }
  }
}`;

const SCHOOL_AFTER =
  'id rolloutState secretaryName principalName hardFindings defaultFindings advisoryFindings findings { checkId outcome severity clause params }';

export const APPOINT = `mutation BenchAppoint($input: AppointInput!) {
  appoint(input: $input) {
    appointment { id post personName startsOn }
    school { ${SCHOOL_AFTER} }
  }
}`;

/** What `appoint` must leave behind, read by itself. */
export const AFTER_APPOINT = `query BenchAfter($id: ID!) { school(id: $id) { ${SCHOOL_AFTER} } }`;

export const OPERATIONS = {
  list: LIST,
  page: PAGE,
  'roll-up': ROLL_UP,
  appoint: APPOINT,
  meeting: MEETING,
  vote: VOTE,
  decide: DECIDE,
};
