/** What kind of work something is: moves the client forward, keeps things running, or is good to have. */
export const categories = ['key', 'routine', 'useful'] as const;
export type Category = (typeof categories)[number];
