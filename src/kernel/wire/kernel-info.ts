import { ts } from '../compiler/modern.ts';

/** The content of a kernel_info_reply. */
export const kernelInfo = {
  status: 'ok',
  protocol_version: '5.3',
  implementation: 'tslab-workshop',
  implementation_version: '1.0.0',
  language_info: {
    name: 'typescript',
    version: ts.version,
    mimetype: 'text/typescript',
    file_extension: '.ts',
    // JupyterLab colours TypeScript only when it finds it as a CodeMirror mode.
    codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
  },
  banner: `TypeScript ${ts.version} on Node.js ${process.versions.node}`,
};
