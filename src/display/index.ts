export { escapeHtml } from './escape.ts';
export { figure, figureBundle, type Plot, plotOf } from './figure.ts';
export type { Axis, FigureSpec } from './figure-spec.ts';
export { type NoticeKind, notice, noticeBundle } from './notice.ts';
export { type ColourName, palette } from './palette.ts';
export { type Progress, progress } from './progress.ts';
export { setUpFigures } from './set-up-figures.ts';
export { type Bundle, inCell, show } from './show.ts';
export { type Cell, type Column, type TableSpec, table, tableBundle } from './table.ts';
