export * from './audit.ts';
export * from './billing.ts';
export * from './clients.ts';
export * from './google.ts';
export * from './imports.ts';
export * from './tasks.ts';
export * from './time.ts';
export * from './vault.ts';
