import type { Client, GraphqlAnswer } from './client.js';
import { appoint, givenPerson } from './schools.js';

export const APPOINT = `mutation Appoint($input: AppointInput!) { appoint(input: $input) { appointment { id post version } school { id } } }`;
export const END = `mutation End($input: EndAppointmentInput!) { endAppointment(input: $input) {
  appointment { id endsOn endPrecision endMonth endDocumentNo endReason version } school { id secretaryName secretaryVacantSince findings { checkId outcome } } } }`;
export const CORRECT = `mutation Correct($input: CorrectAppointmentInput!) { correctAppointment(input: $input) {
  appointment { id startsOn startPrecision endsOn endPrecision endMonth endDocumentNo endReason documentNo fullTime version } school { id principalName } } }`;
export const CANCEL = `mutation Cancel($input: CancelAppointmentInput!) { cancelAppointment(input: $input) {
  id secretaryName appointments { totalCount } cancelledAppointments { appointmentId personName post startsOn cancelledOn cancelReason } } }`;
export const SCHOOL = `query School($id: ID!, $asOf: Date) { school(id: $id, asOf: $asOf) { id secretaryName principalName combined
  hardFindings fullTimeDeputies findings { checkId outcome severity clause params } team { id personName post endsOn }
  appointments { totalCount nodes { id personName startsOn endsOn endPrecision endMonth endDocumentNo endReason version } }
  cancelledAppointments { appointmentId personName post startsOn cancelledOn cancelReason } } }`;
export const APPOINTMENT =
  'query Appointment($id: ID!) { appointment(id: $id) { id startsOn endsOn endPrecision endMonth endDocumentNo endReason version } }';

export interface Seat {
  id: string;
  personName: string;
  post: string;
  startsOn: string;
  endsOn: string | null;
  endPrecision: string | null;
  endMonth: string | null;
  endDocumentNo: string | null;
  endReason: string | null;
  version: number;
}
export interface School {
  id: string;
  secretaryName: string | null;
  principalName: string | null;
  combined: boolean | null;
  findings: { checkId: string; outcome: string; severity: string; clause: string; params: unknown }[];
  team: Seat[];
  appointments: { totalCount: number; nodes: Seat[] };
  cancelledAppointments: Cancelled[];
}

interface Cancelled {
  appointmentId: string;
  personName: string;
  post: string;
  startsOn: string;
  cancelledOn: string;
  cancelReason: string;
}

/** What the first error of an answer says. */
export const extensions = (answer: GraphqlAnswer<unknown> | undefined): unknown => answer?.errors?.[0]?.extensions;

/** An answer without what differs from request to request. */
export const without = (text: string): string => text.replace(/"requestId":"[^"]+"/, '');

export const uuidOf = (id: string): string => id.split('_').at(-1) ?? '';

/** A school as its county's admin sees it on a day. */
export async function readSchool(client: Client, id: string, asOf?: string): Promise<School> {
  return (await client.ask<{ school: School }>(SCHOOL, { id, asOf })).school;
}

/** Appoints somebody of that name, who is a full member: secretary since September 2020, unless told otherwise. */
export async function givenSeat(
  client: Client,
  schoolId: string,
  seat: { readonly name: string } & Readonly<Record<string, unknown>>,
): Promise<{ id: string; personId: string }> {
  const { name, ...more } = seat;
  const personId = await givenPerson(client, name);
  const answer = await appoint(client, { schoolId, personId, post: 'SECRETARY', startsOn: '2020-09-01', ...more });
  const id = (answer.data as { appoint: { appointment: { id: string } } } | null)?.appoint.appointment.id;
  if (!id) throw new Error(answer.text);
  return { id, personId };
}
