/** Half hours, quarter hours, a half-hour change of clocks, a skipped day: zones in which sums go wrong first. */
export const zones = [
  'UTC',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Europe/Berlin',
  'Pacific/Apia',
  'America/New_York',
] as const;
