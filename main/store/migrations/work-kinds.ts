/** The kinds of work as the app first came with them; a migration must not follow later changes of the list. */
export const workKinds = [
  'bookkeeping',
  'email',
  'scheduling',
  'travel',
  'social_media',
  'writing',
  'data_entry',
  'files',
  'meetings',
] as const;
