/** The page's clock adapter, the only reader of the system clock in the renderer. UTC milliseconds. */
export const pageClock = (): number => Date.now();
