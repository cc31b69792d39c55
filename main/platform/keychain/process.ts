import type { KeychainRequest } from './protocol.ts';
import { answer } from './serve.ts';

// Entry of the utility process. The system may hold a call for as long as it asks the person for a
// password; in a process of its own that blocks nothing, and can be ended.
process.parentPort.on('message', ({ data }: { data: KeychainRequest }) => {
  void answer(data).then((reply) => process.parentPort.postMessage(reply));
});
