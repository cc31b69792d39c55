import { z } from 'zod';
import { read, write } from './method.ts';

export const sampleContract = {
  /** Brings four invented clients; `app.info` then says `sample`. */
  'sample.install': write()(z.undefined()),
  /** How many of them stay, archived, when the sample goes: numbers of real clients' invoices follow theirs. */
  'sample.kept': read<number>()(z.undefined(), ['billing', 'clients']),
  /** Removes the others and everything that was added to them. */
  'sample.remove': write()(z.undefined()),
};
