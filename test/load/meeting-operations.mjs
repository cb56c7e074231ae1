/** What the admin sends of a meeting: its page, and the two acts by which an item is decided. */
const FINDING = 'checkId outcome severity clause params blocks';

export const MEETING = `query BenchMeeting($id: ID!) {
  meeting(id: $id) {
    id kind title heldOn number startsAt endsAt place state enteredAfterwards chairId chairName delegated recorderName noticeOn papersOn
    notHeldReason notHeldNote putOffTo statedExpected statedPresent mayOpen quorumCheck expected present needed quorumMet absentNames
    chairSignedOn chairSignedName recorderSignedOn recorderSignedName issuedAt issuedByName minutesNo version
    school { id name }
    findings { ${FINDING} }
    attendance {
      id personId personName post capacity status reason arrivedAt leftAt byOwnAccount writtenOpinion own version
    }
    items {
      id topicId position kind title matterCode restricted presenterName leadName startedAt decidedAt decidedByName
      quorumCheck expected present needed quorumMet absentNames entitled votesNeeded mayDecide allowedResults
      findings { ${FINDING} }
      voteForm votesFor votesAgainst votesAbstained tellers result makesDecision chairSpokeLast discussion conclusion responsible dueOn
      opinions { personId personName stance text byOwnAccount statedOnPaper confirmedAt }
      recusals { personId personName reason stayed }
      ballots { personId personName choice }
      decision { id number }
      version
    }
    delegations { fromName toName reason givenOn endedAt }
    corrections { itemId text reason signedByName signedAt }
    attachments(first: 50, current: true) {
      totalCount
      nodes { id kind name size createdAt createdByName supersededAt supersededReason downloadPath version }
    }
  }
}`;

export const VOTE = `mutation BenchVote($input: RecordVoteInput!) { recordVote(input: $input) { id version } }`;
export const DECIDE = `mutation BenchDecide($input: DecideItemInput!) { decideItem(input: $input) { id version } }`;

/** What a decision must leave behind, read by itself. */
export const AFTER_DECIDE = `query BenchAfterDecide($id: ID!) {
  meeting(id: $id) {
    version state expected present needed quorumMet findings { ${FINDING} }
    items {
      position version startedAt quorumCheck expected present needed quorumMet absentNames entitled votesNeeded mayDecide allowedResults
      findings { ${FINDING} } checks { checkId outcome severity clause params current }
      voteForm votesFor votesAgainst votesAbstained tellers result makesDecision decidedThrough decidedByName conclusion responsible dueOn
      topic {
        state version consultationStatus decider gates { checkId outcome blocks } checks { checkId outcome severity params current }
      }
      decision { state body title text matterCode category result confidentiality disclosure decidedOn decidedByName restricted version }
    }
  }
}`;
