import type { RosterFacts, RosterKind, WriteOf } from '@zhixiao/documents';
import type { ReadContext, WriteContext } from '../context.js';

/** What a confirmed batch wrote, kept so that it can be undone as one. */
export interface ImportEffect {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly schoolId: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

export interface BatchRef {
  readonly id: string;
  readonly fileName: string;
  /** 数据截至 */
  readonly dataAsOf: string | null;
  /** says how many are written, where each takes its time */
  readonly tell?: (done: number) => Promise<void>;
}

/** The facts that a kind's judgement leans on besides schools and divisions. */
export type KindFacts = Pick<RosterFacts, 'people' | 'appointments' | 'rollout' | 'meetings' | 'matters' | 'today'>;

/** One kind of table that counties send, as the module that owns what it writes knows it. Registered in app.ts. */
export interface ImportKind<K extends RosterKind = RosterKind> {
  readonly kind: K;
  /** read under the importer's grant over its range */
  facts(ctx: ReadContext): Promise<KindFacts>;
  /** drop-down lists of the template that are not the same for all, by field */
  choices?(ctx: ReadContext): Promise<Readonly<Record<string, readonly string[]>>>;
  /** writes one tenant's rows in the caller's transaction; what is unchanged is not among them */
  write(ctx: WriteContext, batch: BatchRef, writes: readonly WriteOf[K][]): Promise<ImportEffect[]>;
  /**
   * Asked before the undoing is put into the queue, so that whoever asks is told why not.
   * @throws RuleViolation BAD_STATE with the reason and what it is about
   */
  refuseUndo?(ctx: WriteContext, effects: readonly ImportEffect[]): Promise<void>;
  /**
   * Takes effects of one tenant back, last one first: facts are superseded, never deleted.
   * @throws RuleViolation BAD_STATE where one was changed since
   */
  undo(ctx: WriteContext, batch: BatchRef, effects: readonly ImportEffect[]): Promise<void>;
}

export interface ImportKinds {
  readonly ROSTER: ImportKind<'ROSTER'>;
  readonly PROGRESS: ImportKind<'PROGRESS'>;
  readonly SCHOOL_REGISTER: ImportKind<'SCHOOL_REGISTER'>;
  readonly MEETINGS: ImportKind<'MEETINGS'>;
}

/** What imports need to know of the modules. */
export interface ImportPorts {
  readonly kinds: ImportKinds;
  /** the whole official list, which is public: only then is another county told from a wrong word */
  readonly divisions: RosterFacts['divisions'];
}

let ports: ImportPorts | null = null;

/** Called once by app.ts. */
export function registerImports(registered: ImportPorts): void {
  ports = registered;
}

export function importPorts(): ImportPorts {
  if (!ports) throw new Error('The import kinds are not registered');
  return ports;
}
