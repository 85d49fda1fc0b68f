import { type Standing, standings } from '../../check/index.ts';
import { readProgress } from '../../check/learning/progress-file.ts';
import { lessons as allLessons, type Lesson, schedule, tracks } from '../../course/index.ts';
import { command } from '../command.ts';
import { sign } from '../sign.ts';

/** Lists the lessons, their exercises, each with the learner's progress, and the tracks through them. */
export const lessons = command({
  name: 'lessons',
  summary: 'List the lessons with their exercises, and the tracks through them',
  usage: 'lessons [--json]',
  options: { json: { type: 'boolean', description: 'print the same as JSON' } },
  exitCodes: { 0: 'shown' },
  async run({ values }) {
    const all = allLessons();
    const schedules = tracks().map((track) => schedule(track, all));
    if (values.json) {
      console.log(JSON.stringify({ lessons: all, schedules }, null, 2));
      return 0;
    }
    const { progress, notice } = readProgress();
    if (notice !== null) console.error(notice);
    const states = new Map(standings(progress).map((standing) => [standing.exercise, standing]));
    console.log(all.map((lesson) => lessonText(lesson, states)).join('\n\n'));
    console.log('\nTracks, by the core minutes of the lessons there are:');
    for (const { track, slots, minutes, spare } of schedules) {
      const rest = spare === null ? '' : `, ${spare} to spare of ${track.budget}`;
      const names = slots.map(({ lesson }) => lesson.slice(0, 2)).join(' ');
      console.log(`  ${track.title}: ${names} (${minutes} minutes${rest})`);
    }
    return 0;
  },
});

function lessonText(
  { id, title, question, minutes, exercises }: Lesson,
  states: ReadonlyMap<string, Standing>,
): string {
  return [
    `${id}  ${title} (${minutes.core} minutes, ${minutes.more} more)`,
    `  ${question}`,
    ...exercises.map(({ name, title: what }) => {
      const state = states.get(`${id}/${name}`)?.state ?? 'not begun';
      return `  ${sign({ state })} ${id}/${name}  ${what}`;
    }),
  ].join('\n');
}
