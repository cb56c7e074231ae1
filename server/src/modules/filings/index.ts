/**
 * filings 章程与议事规则备案: the catalogue of matters handed down from the platform to the school, and each school's rules of
 * procedure for its two meetings, reviewed and filed by the education authority (意见（七）).
 * Tables: matter_type_layer, rules_of_procedure.
 * Rules: a level says on a type what is stricter than what it was handed, never looser; the decider and the two thirds that
 * the Opinion fixes nobody changes (SOD-11). A school drafts, adopts and submits; the authority returns with an opinion or
 * files; a school never files its own, nobody what they submitted (SOD-6). Adopted text stands; a returned version keeps its
 * text and the next is a new one; the filed one supersedes the one before from its day. What the rules in force say is all
 * that the checks of the procedure ask of a school: there are no constants.
 */
import { MatterTypeLayer } from './matter-type-layer.entity.js';
import { MatterTypeResolver } from './matter-type.resolver.js';
import { FILING_NOTIFICATIONS } from './notifications.dictionary.js';
import { rulesAttachments } from './rules-attachments.js';
import { RulesOfProcedure } from './rules-of-procedure.entity.js';
import { filingsExtensions, filingsModels, filingsRoots } from './rules.read.js';
import { RulesAttachmentsResolver, RulesResolver, SchoolFilingsResolver } from './rules.resolver.js';

export { actorOf } from './actor-of.js';
export { catalogueOf, matterTypeOf } from './catalogue-of.js';
export type { CataloguePlace } from './catalogue-of.js';
export {
  DeciderEnum,
  DisclosureMarkEnum,
  MatterCategoryEnum,
  MeetingKindEnum,
  RuledMeetingKindEnum,
  VoteFormEnum,
} from './procedure.enums.js';
export { refusalOf, refuseBy } from './refusal-of.js';
export { rulesFrom, rulesInForce, rulesStatement } from './rules-in-force.js';
export type { RulesPlace, RulesText } from './rules-in-force.js';

export const filingsModule = {
  entities: [MatterTypeLayer, RulesOfProcedure],
  resolvers: [MatterTypeResolver, RulesResolver, RulesAttachmentsResolver, SchoolFilingsResolver],
  models: filingsModels,
  extensions: filingsExtensions,
  roots: filingsRoots,
  attachments: { RulesOfProcedure: rulesAttachments },
  notifications: { kinds: FILING_NOTIFICATIONS, routes: { RulesOfProcedure: '/rulesOfProcedure/{id}/show' } },
};
