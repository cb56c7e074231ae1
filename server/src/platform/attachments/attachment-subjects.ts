import type { ReadContext, WriteContext } from '../context.js';
import { notFound } from '../errors.js';
import type { SubjectType } from '../subject-type.js';
import type { AttachmentKind } from './attachment-kinds.js';

/** A row by its database key. */
export interface SubjectRef {
  readonly tenantId: number;
  readonly id: string;
}

/** What an attachment takes from its subject. */
export interface AttachedTo {
  readonly schoolId: string | null;
  readonly restricted: boolean;
}

/** Who may attach to rows of a type and read what is attached; the module that owns the type says so. */
export interface AttachmentSubject {
  /** what people may upload; jobs attach any kind */
  readonly kinds: readonly AttachmentKind[];
  /**
   * Finds and locks the subject while it is open to documents. Asked before an upload, in the transaction that writes it,
   * and before one is superseded.
   * @throws RuleViolation NOT_FOUND (not visible), FORBIDDEN, BAD_STATE (closed)
   */
  mayAttach(ctx: WriteContext, subject: SubjectRef): Promise<AttachedTo>;
  /** Besides the ability to read the attachment itself (tenant, school, restriction), which is asked anyway. */
  mayRead(ctx: ReadContext, subject: SubjectRef & AttachedTo): boolean | Promise<boolean>;
  /**
   * SQL over a row of attachment: the acting account where it has a part in the subject, so that it reads what is restricted
   * there; else null. Without it nobody reads more than the role says.
   */
  concerned?(attachment: string): string;
}

const subjects = new Map<SubjectType, AttachmentSubject>();

/** Says which rows may have attachments. Called by modules.ts, so that no module to the left knows of one to the right. */
export function registerAttachmentSubjects(registered: Partial<Record<SubjectType, AttachmentSubject>>): void {
  for (const [type, subject] of Object.entries(registered) as [SubjectType, AttachmentSubject][]) {
    if (subjects.has(type)) throw new Error(`${type} is registered twice for attachments`);
    subjects.set(type, subject);
  }
}

/** SQL: the acting account where it has a part in what a row of attachment belongs to, whatever that is; else null. */
export function concernedAccount(attachment: string): string {
  const whens = [...subjects].flatMap(([type, { concerned }]) =>
    concerned ? [`WHEN '${type}' THEN ${concerned(attachment)}`] : [],
  );
  return whens.length === 0 ? 'NULL::uuid' : `(CASE ${attachment}.subject_type ${whens.join(' ')} END)`;
}

export interface KnownSubject {
  readonly type: SubjectType;
  readonly subject: AttachmentSubject;
}

/** @throws RuleViolation NOT_FOUND for a type that takes no attachments, as for what does not exist */
export function subjectOfType(type: string): KnownSubject {
  const subject = subjects.get(type as SubjectType);
  if (!subject) throw notFound();
  return { type: type as SubjectType, subject };
}
