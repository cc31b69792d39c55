import type { importContract } from '#shared/ipc/import.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { ImportService } from './service.ts';

export function importHandlers(imports: ImportService): Handlers<typeof importContract> {
  return {
    'import.choose': () => imports.choose(),
    'import.state': () => imports.state(),
    'import.found': () => imports.found(),
    'import.reading': (answers) => imports.reading(answers),
    'import.check': (input) => imports.check(input),
    'import.run': () => imports.run(),
    'import.cancel': () => imports.cancel(),
    'import.back': () => imports.back(),
    'import.close': () => imports.close(),
    'import.rows': ({ notice, offset, limit }) => imports.rows(notice, offset, limit),
    'import.saveBad': () => imports.saveBad(),
    'import.list': () => imports.list(),
    'import.ofEntry': ({ id }) => imports.originOf(id),
    'import.undo': ({ id }) => imports.undo(id),
  };
}
