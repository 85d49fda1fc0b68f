import type { Lesson, Track } from './schema.ts';

/** One line of a schedule; times in minutes from the start of the track. */
export interface Slot {
  readonly lesson: string;
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** A track laid out in time. */
export interface Schedule {
  readonly track: Track;
  readonly slots: readonly Slot[];
  /** Core minutes of all its lessons and the breaks between them. */
  readonly minutes: number;
  /** Minutes of breaks within it: ten after each full hour and a half of lessons. */
  readonly breaks: number;
  /** What is left of the budget; negative when it does not fit, null without a budget. */
  readonly spare: number | null;
}

const LESSONS_BETWEEN_BREAKS = 90;
const BREAK = 10;

/** Lays the lessons of a track one after the other by their core minutes, with breaks between them. */
export function schedule(track: Track, lessons: readonly Lesson[]): Schedule {
  const chosen = lessons.filter(
    ({ id }) => track.lessons === 'all' || track.lessons.includes(id.slice(0, 2)),
  );
  const slots: Slot[] = [];
  let now = 0;
  let sinceBreak = 0;
  let breaks = 0;
  for (const lesson of chosen) {
    if (sinceBreak >= LESSONS_BETWEEN_BREAKS) {
      now += BREAK;
      breaks += BREAK;
      sinceBreak = 0;
    }
    const to = now + lesson.minutes.core;
    slots.push({ lesson: lesson.id, title: lesson.title, from: now, to });
    now = to;
    sinceBreak += lesson.minutes.core;
  }
  return {
    track,
    slots,
    minutes: now,
    breaks,
    spare: track.budget === null ? null : track.budget - now,
  };
}
