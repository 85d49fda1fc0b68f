export { examine } from './examine.ts';
export {
  type Examination,
  examinationSchema,
  type Finding,
  findingSchema,
  type State,
} from './finding.ts';
export { conclusion, findingText } from './report.ts';
