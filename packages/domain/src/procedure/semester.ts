import { addMonths, type CivilDate } from '../civil-date.js';
import type { Semester } from './procedure-facts.js';

/** 学期 as half-years: from 1 February to the summer, from 1 August to the winter holiday. Every day is in one. */
const FIRST_MONTHS = { spring: '02', autumn: '08' } as const;
const MONTHS = 6;

/** The semester in which a day lies. */
export function semesterOn(day: CivilDate): Semester {
  const [year, month] = [Number(day.slice(0, 4)), day.slice(5, 7)];
  const from =
    month < FIRST_MONTHS.spring
      ? firstDay(year - 1, FIRST_MONTHS.autumn)
      : firstDay(year, month < FIRST_MONTHS.autumn ? FIRST_MONTHS.spring : FIRST_MONTHS.autumn);
  return { from, to: addMonths(from, MONTHS) };
}

/** The last semester that was over on a day: the one that is judged then (REC-5). */
export function semesterBefore(day: CivilDate): Semester {
  const { from } = semesterOn(day);
  return { from: addMonths(from, -MONTHS), to: from };
}

function firstDay(year: number, month: string): CivilDate {
  return `${String(year).padStart(4, '0')}-${month}-01`;
}
