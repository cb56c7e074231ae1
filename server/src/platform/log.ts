import { pino } from 'pino';

/** One line an event, as JSON, on standard error; names and texts never break a line. */
export const log = pino({ level: process.env['ZHIXIAO_LOG'] ?? 'warn', base: null }, pino.destination(2));
