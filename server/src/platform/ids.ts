import { v5, v7 } from 'uuid';

/** The namespace of every derived id of Zhixiao. */
const NAMESPACE = '6f6f2d0e-5b1b-5a0e-9a57-7a6878696169';

/** A new time-ordered id, made by the application. */
export function newId(): string {
  return v7();
}

/** The same parts always give the same id: for generated data and for rights that follow from an appointment. */
export function derivedId(...parts: readonly (string | number)[]): string {
  return v5(parts.join('/'), NAMESPACE);
}
