import vm from 'node:vm';
import type { Cells } from '../cells/cells.ts';
import { nameCompiledCell } from '../compiler/positions.ts';

const WRAPPED_CELL = /^\((?:async )?function\(exports, require\) \{ /;

/**
 * tslab runs cells with vm's breakOnSigint, which stops no loop after an await and leaves SIGINT at its
 * default, the end of the process, when the cell adds a listener, as execa does. Cells run without;
 * here is also where a cell passes from the compiler to its own code.
 */
export function disarmSigintWatchdog(cells: Cells): void {
  const { runInThisContext } = vm;
  vm.runInThisContext = (code, options) => {
    const cell = cells.running;
    if (!cell?.compiling || !WRAPPED_CELL.test(code)) return runInThisContext(code, options);
    cell.compiling = false;
    if (cell.interrupted) throw new Error('interrupted while compiling');
    const filename = `cell-${cell.number}.ts`;
    nameCompiledCell(filename);
    return runInThisContext(code, { filename, displayErrors: false });
  };
}
