// The language server as another editor starts it: from the command line, over standard input and output.

import { spawn } from 'node:child_process';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

describe('concordance lsp --stdio', () => {
  it('answers a client, and ends when it is told to', async () => {
    const child = spawn(process.execPath, [inject('program'), 'lsp', '--stdio']);
    onTestFinished(() => void child.kill());
    const closed = new Promise((resolve) => child.on('close', resolve));
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const answer = await connection.sendRequest<{ capabilities: Record<string, unknown> }>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
    });
    expect(answer.capabilities).toHaveProperty('hoverProvider');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await closed).toBe(0);
  });
});
