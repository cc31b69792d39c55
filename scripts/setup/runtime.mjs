// What tests may know of this machine; typed by runtime.d.mts beside it.
export * from './environment.mjs';
