export { alone } from './alone.ts';
export { exerciseIds, type Found, findId } from './find.ts';
export { nearest } from './nearest.ts';
export { type ExerciseFiles, exerciseFiles, exercisesFolder, ROOT, stateFolder } from './paths.ts';
export {
  type Exercise,
  exercise,
  exercises,
  findExercise,
  lessons,
  tracks,
  wrongAnswers,
} from './read-lessons.ts';
export { type Schedule, type Slot, schedule } from './schedule.ts';
export {
  ExerciseEntry,
  Lesson,
  Rung,
  Track,
  VerdictWord,
  WrongAnswer,
  WrongAnswers,
} from './schema.ts';
export { temporaryFolderTrouble } from './temporary-folder.ts';
export { unknownExercise } from './unknown-exercise.ts';
