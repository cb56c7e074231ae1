import { isTenantId } from './tenancy.js';

/** The letter that says what a GraphQL id points to. Tenants have ids of their own form, `T_522636`. */
export const ID_PREFIXES = {
  School: 'S',
  Person: 'P',
  Appointment: 'A',
  PartyOrganization: 'O',
  StaffingDeparture: 'D',
  RolloutEntry: 'R',
  ImportBatch: 'B',
  ImportRow: 'I',
  Job: 'J',
  StoredFile: 'F',
  Grant: 'G',
  AuditEntry: 'E',
  Account: 'U',
  Attachment: 'H',
  Notification: 'N',
  RulesOfProcedure: 'L',
  Topic: 'Q',
  TopicRecord: 'K',
  Consultation: 'C',
  Decision: 'V',
  Meeting: 'M',
  AgendaItem: 'W',
  Attendance: 'X',
  DecisionTask: 'Y',
  EmergencyAction: 'Z',
} as const;
export type IdType = keyof typeof ID_PREFIXES;
export type IdPrefix = (typeof ID_PREFIXES)[IdType];
export const TENANT_ID_PREFIX = 'T';

export type OpaqueId = {
  readonly prefix: IdPrefix;
  readonly type: IdType;
  readonly tenantId: number;
  readonly uuid: string;
};

const SHAPE = /^([A-Z])_(0|[1-9]\d{4,5})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const TENANT_SHAPE = /^T_(0|[1-9]\d{4,5})$/;
const typeOfPrefix = new Map<string, IdType>(
  (Object.entries(ID_PREFIXES) as [IdType, IdPrefix][]).map(([type, prefix]) => [prefix, type]),
);

/** `S_522636_<uuid>`: type, tenant and row in one opaque text, so that a row is found on its node. */
export function encodeId(prefix: IdPrefix, tenantId: number, uuid: string): string {
  return `${prefix}_${tenantId}_${uuid}`;
}

/** Reads an id; null when it is malformed in any way (then it is answered like an unknown one). */
export function decodeId(text: string): OpaqueId | null {
  const [, prefix = '', tenant = '', uuid = ''] = SHAPE.exec(text) ?? [];
  const type = typeOfPrefix.get(prefix);
  if (type === undefined || !isTenantId(Number(tenant))) return null;
  return { prefix: ID_PREFIXES[type], type, tenantId: Number(tenant), uuid };
}

/** Reads an id that must be of this type; null when malformed or of another. */
export function decodeIdOf(type: IdType, text: string): OpaqueId | null {
  const id = decodeId(text);
  return id?.type === type ? id : null;
}

/** `T_522636` */
export function encodeTenantId(tenantId: number): string {
  return `${TENANT_ID_PREFIX}_${tenantId}`;
}

/** The tenant's number; null when malformed. */
export function decodeTenantId(text: string): number | null {
  const tenant = TENANT_SHAPE.exec(text)?.[1];
  return tenant !== undefined && isTenantId(Number(tenant)) ? Number(tenant) : null;
}
