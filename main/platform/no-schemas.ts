// Stands in the bundle for the schema checker that comes with electron-store: the settings are checked by zod, and the
// checker's code would have to be loaded at every start.

/** In place of ajv's class; making one is a mistake in the use of electron-store. */
export class Ajv2020 {
  constructor() {
    throw new Error('electron-store is given no schema here; zod checks the settings');
  }
}

export default { default() {} };
