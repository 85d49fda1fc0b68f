export { type ClockOptions, clock } from './clock.ts';
export { type ClockEntry, clockEntries } from './clock-entries.ts';
export { drawClock } from './clock-figure.ts';
export { convertByProcess } from './convert-by-process.ts';
export { fieldCard } from './field-card.ts';
export { type Message, messages, sample, samples } from './messages.ts';
export { predict, predictionScore, settle } from './predict.ts';
export { type SealedCase, sealedCase } from './sealed-case.ts';
