import type { Handlers } from '#shared/ipc/method.ts';
import type { sampleContract } from '#shared/ipc/sample.ts';
import type { SampleService } from './service.ts';

/** Binds the sample to the contract. */
export function sampleHandlers(sample: SampleService): Handlers<typeof sampleContract> {
  return {
    'sample.install': () => sample.install(),
    'sample.kept': () => sample.kept(),
    'sample.remove': () => sample.remove(),
  };
}
