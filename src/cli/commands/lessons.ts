import { lessons as allLessons, type Lesson, schedule, tracks } from '../../course/index.ts';
import { command } from '../command.ts';

/** Lists the lessons, their exercises and the tracks through them. */
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
    console.log(all.map(lessonText).join('\n\n'));
    console.log('\nTracks, by the core minutes of the lessons there are:');
    for (const { track, slots, minutes, spare } of schedules) {
      const rest = spare === null ? '' : `, ${spare} to spare of ${track.budget}`;
      const names = slots.map(({ lesson }) => lesson.slice(0, 2)).join(' ');
      console.log(`  ${track.title}: ${names} (${minutes} minutes${rest})`);
    }
    return 0;
  },
});

function lessonText({ id, title, question, minutes, exercises }: Lesson): string {
  return [
    `${id}  ${title} (${minutes.core} minutes, ${minutes.more} more)`,
    `  ${question}`,
    ...exercises.map(({ name, title: what }) => `  ${id}/${name}  ${what}`),
  ].join('\n');
}
