import { z } from 'zod';
import { write } from './method.ts';

export const sampleContract = {
  /** Brings four invented clients; `app.info` then says `sample`. */
  'sample.install': write()(z.undefined()),
  /** Removes them and everything that was added to them. */
  'sample.remove': write()(z.undefined()),
};
