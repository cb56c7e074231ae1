/** The instant of a clock time of Asia/Shanghai, which knows no summer time. */
export function startOf(day: string, clock: string): Date {
  return new Date(`${day}T${clock}:00+08:00`);
}
