const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The civil date of Asia/Shanghai at an instant, YYYY-MM-DD, whatever the server's own time zone. */
export function civilDate(instant: Date): string {
  return shanghai.format(instant);
}
