import { StatusPill, type Tone } from '../../components/index.js';
import type { SchemaType } from '../../data/index.js';
import { useEnumWords } from '../../i18n/index.js';

type Light = SchemaType<'TaskLight'>;
type TaskState = SchemaType<'TaskState'>;
type DecisionState = SchemaType<'DecisionState'>;
type EmergencyState = SchemaType<'EmergencyState'>;

const LIGHTS: Readonly<Record<Light, Tone>> = { GREEN: 'green', YELLOW: 'yellow', RED: 'red' };

const TASKS: Readonly<Record<TaskState, Tone>> = {
  ASSIGNED: 'grey',
  IN_PROGRESS: 'blue',
  REPORTED_DONE: 'yellow',
  CLOSED: 'green',
  CANCELLED: 'grey',
};

const DECISIONS: Readonly<Record<DecisionState, Tone>> = {
  IN_FORCE: 'blue',
  AWAITING_SUPERIOR: 'yellow',
  NOT_APPROVED: 'red',
  COMPLETED: 'green',
  SUPERSEDED: 'grey',
};

const EMERGENCIES: Readonly<Record<EmergencyState, Tone>> = {
  TAKEN: 'yellow',
  CONFIRMED: 'green',
  NOT_CONFIRMED: 'red',
};

/** 红黄绿, said by icon and word as well. */
export const LightPill = ({ light }: { readonly light: Light }) => (
  <StatusPill tone={LIGHTS[light]}>{useEnumWords()('TaskLight', light)}</StatusPill>
);

export const TaskPill = ({ state }: { readonly state: TaskState }) => (
  <StatusPill tone={TASKS[state]}>{useEnumWords()('TaskState', state)}</StatusPill>
);

export const DecisionPill = ({ state }: { readonly state: DecisionState }) => (
  <StatusPill tone={DECISIONS[state]}>{useEnumWords()('DecisionState', state)}</StatusPill>
);

export const EmergencyPill = ({ state }: { readonly state: EmergencyState }) => (
  <StatusPill tone={EMERGENCIES[state]}>{useEnumWords()('EmergencyState', state)}</StatusPill>
);
