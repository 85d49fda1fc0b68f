import assert from 'node:assert/strict';
import test from 'node:test';
import { schedule } from './schedule.ts';
import { Lesson, Track } from './schema.ts';

const lesson = (number: string, core: number): Lesson =>
  Lesson.parse({
    id: `${number}-lesson`,
    title: number,
    question: 'Why?',
    misconceptions: ['Because.'],
    minutes: { core, more: 10 },
    exercises: [],
  });
const LESSONS = [lesson('00', 50), lesson('01', 50), lesson('02', 30)];

test('lessons follow one another by their core minutes, with a break after ninety of them', () => {
  const day = Track.parse({ id: 'day', title: 'Day', budget: 120, lessons: 'all' });
  const { slots, minutes, breaks, spare } = schedule(day, LESSONS);
  assert.deepEqual(
    slots.map(({ from, to }) => [from, to]),
    [
      [0, 50],
      [50, 100],
      [110, 140],
    ],
  );
  assert.deepEqual({ minutes, breaks, spare }, { minutes: 140, breaks: 10, spare: -20 });
});

test('a track takes the lessons it names, and without a budget nothing is to spare', () => {
  const track = Track.parse({ id: 'own', title: 'Own', budget: null, lessons: ['02'] });
  const { slots, spare } = schedule(track, LESSONS);
  assert.deepEqual(
    slots.map(({ lesson: id }) => id),
    ['02-lesson'],
  );
  assert.equal(spare, null);
});
