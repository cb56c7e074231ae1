import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { badInput, filledText, optionalText, plausibleDay, type OwnKey } from './checked-input.js';
import { organizationRecord } from './read-organization-input.js';
import { recordSchool } from './record-school.js';
import type { SchoolInput } from './school.input.js';

/**
 * Enters a school into the register of the grant's own tenant, with its party organisation where given.
 * @throws RuleViolation FORBIDDEN, BAD_INPUT, NOT_FOUND (superior), CODE_ALREADY_USED
 */
export async function createSchool(ctx: WriteContext, input: SchoolInput): Promise<OwnKey> {
  const { tenantId } = ctx.grant;
  if (!ctx.ability.can('create', subjectOf('School', { tenantId }))) throw new RuleViolation('FORBIDDEN');
  const openedOn = plausibleDay('openedOn', input.openedOn);
  // a school that opens later is entered when it opens: until then it stands nowhere
  if (openedOn > ctx.today) throw badInput('openedOn', 'IN_THE_FUTURE');
  const { organization } = input;
  if (organization && organization.effectiveOn < openedOn) throw badInput('effectiveOn', 'BEFORE_SCHOOL_OPENED');
  const id = await recordSchool(ctx, {
    ...{ code: filledText('code', input.code), name: filledText('name', input.name), stage: input.stage, openedOn },
    ...{ ownership: input.ownership ?? null, legalPerson: input.legalPerson ?? null, town: optionalText(input.town) },
    ...{ classes: input.classes ?? null, students: input.students ?? null, staff: input.staff ?? null, assumed: [] },
    organization: organization ? await organizationRecord(ctx, organization) : null,
  });
  return { type: 'School', tenantId, id };
}
