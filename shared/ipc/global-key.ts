import { z } from 'zod';
import { globalKeySchema } from '../domain/global-key.ts';
import { read, write } from './method.ts';

export interface GlobalKeyView {
  /** What the person chose, `Ctrl+Alt+T`; null is none. */
  readonly keys: string | null;
  /** `refused`: another program holds it. */
  readonly state: 'off' | 'on' | 'refused';
  /** The desktop may keep the key from the app although it did not refuse it. */
  readonly uncertain: boolean;
}

export const globalKeyContract = {
  'globalKey.get': read<GlobalKeyView>()(z.undefined(), ['settings']),
  /**
   * The key that stops the timer, or resumes the last one, from anywhere. Refused at `keys` when the system does not
   * give it away; what was chosen before then stays.
   */
  'globalKey.choose': write<GlobalKeyView>()(z.strictObject({ keys: globalKeySchema.nullable() })),
};
