import type { KeychainRequest } from '#main/platform/keychain/protocol.ts';
import { answer } from '#main/platform/keychain/serve.ts';

// What main/platform/keychain/process.ts is under Electron, for a plain Node.
process.on('message', (request: KeychainRequest) => {
  void answer(request).then((reply) => process.send?.(reply));
});
