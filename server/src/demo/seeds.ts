import type { Ownership, PartyOrgType, SchoolStage } from '@zhixiao/domain';

/** What a school is, before anyone works there. */
export interface SchoolSeed {
  readonly tenantId: number;
  readonly code: string;
  readonly name: string;
  readonly stage: SchoolStage;
  readonly members: number;
  readonly orgType: PartyOrgType;
  readonly ownership: Ownership;
  readonly legalPerson: boolean;
  readonly assumed: readonly string[];
}

/** How a tenant's schools are to be filled. */
export interface TenantPlan {
  readonly tenantId: number;
  /** 黔东南, 凯里: for the names of documents and of the superior organisation */
  readonly shortName: string;
  readonly name: string;
  readonly schools: readonly SchoolSeed[];
  /** without staff a county's seats and rollout stay empty until its rosters are imported */
  readonly isStaffed: boolean;
  /** whether each school gets the longer history and the whole organisation tree of the demonstration */
  readonly isDetailed: boolean;
}
