export {
  ExerciseEntry,
  Lesson,
  Rung,
  Track,
  VerdictWord,
  WrongAnswer,
  WrongAnswers,
} from './schema.ts';
