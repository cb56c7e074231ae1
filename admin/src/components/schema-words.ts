import type { SchemaType } from '../data/index.js';

/** Closed lists that only the API knows. */
export type CheckOutcome = SchemaType<'CheckOutcome'>;
export type DepartureStatus = SchemaType<'DepartureStatus'>;
export type ImportStatus = SchemaType<'ImportStatus'>;
export type JobStatus = SchemaType<'JobStatus'>;
