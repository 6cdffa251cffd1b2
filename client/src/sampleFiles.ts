// The sample report of the walkthrough: a text with contradictions in it, in a file system of its own that lies in memory. It can be
// edited and its problems fixed like those of any file, nothing of anybody's is changed, and nobody is asked whether to save it.

import {
  Disposable,
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  FileChangeType,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from 'vscode';

/** The scheme of its addresses; the manifest names it too, for an editor that opens it again. */
export const sampleScheme = 'concordance-sample';

export const sampleReport = Uri.from({ scheme: sampleScheme, path: '/report.md' });

/** Registers the file system, which holds the report as it was shipped until it is edited, and anew in every window. */
export function offerSampleFiles(context: ExtensionContext): void {
  const changes = new EventEmitter<FileChangeEvent[]>();
  const shipped = Uri.joinPath(context.extensionUri, 'samples', 'report.md');
  let edited: Uint8Array | undefined;
  let mtime = 1;
  const read = async (uri: Uri) => {
    if (uri.path !== sampleReport.path) throw FileSystemError.FileNotFound(uri);
    return edited ?? workspace.fs.readFile(shipped);
  };
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  const provider: FileSystemProvider = {
    onDidChangeFile: changes.event,
    watch: () => new Disposable(() => undefined),
    async stat(uri) {
      if (uri.path === '/') return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      const { length } = await read(uri);
      return { type: FileType.File, ctime: 0, mtime, size: length };
    },
    readDirectory: (uri) => (uri.path === '/' ? [['report.md', FileType.File]] : []),
    readFile: read,
    writeFile(uri, content) {
      if (uri.path !== sampleReport.path) refuse(uri);
      edited = content;
      mtime++;
      changes.fire([{ type: FileChangeType.Changed, uri }]);
    },
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
  context.subscriptions.push(
    changes,
    workspace.registerFileSystemProvider(sampleScheme, provider, { isCaseSensitive: true }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme === sampleScheme && document.isDirty) void document.save();
    }),
  );
}
