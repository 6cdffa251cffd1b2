// The command of the walkthrough that opens the sample report.

import { commands, type ExtensionContext, window } from 'vscode';
import { sampleReport } from './sampleFiles.ts';

export function registerSample(context: ExtensionContext): void {
  context.subscriptions.push(
    commands.registerCommand('concordance.openSample', () => window.showTextDocument(sampleReport)),
  );
}
