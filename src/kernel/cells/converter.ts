import type { Converter, Diagnostic } from 'tslab/dist/converter.js';
import type { TypeScriptError } from './failure.ts';

/** tslab's converter for cells, reporting what the compiler objects to before tslab prints it. */
export function reportingConverter(
  converter: Converter,
  onErrors: (errors: TypeScriptError[]) => void,
): Converter {
  const report = (diagnostics: readonly Diagnostic[]) => {
    if (diagnostics.length > 0) onErrors(diagnostics.map(toError));
  };
  return {
    ...converter,
    convert(earlier, source) {
      const result = converter.convert(earlier, source);
      report(result.diagnostics);
      return result;
    },
    addModule(name, content, meta) {
      const diagnostics = converter.addModule(name, content, meta);
      report(diagnostics);
      return diagnostics;
    },
  };
}

function toError({ start, messageText, fileName }: Diagnostic): TypeScriptError {
  return {
    line: start.line + 1,
    column: start.character + 1,
    text: messageText,
    ...(fileName !== undefined && { file: fileName }),
  };
}
