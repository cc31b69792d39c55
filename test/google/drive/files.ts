import { createTokens } from '../calendar/tokens.ts';
import type { Context, Handlers } from '../context.ts';
import { errors } from '../google-error.ts';
import type { Rng } from '../rng.ts';
import { renderFile } from './render.ts';
import { compileSearch } from './search.ts';
import type { DriveStore } from './store.ts';
import type { StoredFile } from './types.ts';

function corpus(store: DriveStore, context: Context): (file: StoredFile) => boolean {
  const { query, user } = context;
  const corpora = query.corpora ?? 'user';
  const all = query.includeItemsFromAllDrives === true;
  const supports = query.supportsAllDrives === true;
  if (all && !supports) throw errors.invalid('supportsAllDrives');
  if (corpora === 'drive') {
    if (typeof query.driveId !== 'string') throw errors.required('driveId');
    if (!all) throw errors.invalid('includeItemsFromAllDrives');
    if (!store.drives.get(query.driveId)?.members.has(user.email)) throw errors.driveNotFound(query.driveId);
    return (f) => f.driveId === query.driveId;
  }
  if (query.driveId !== undefined) throw errors.invalid('driveId');
  if (corpora === 'allDrives') {
    if (!all) throw errors.invalid('includeItemsFromAllDrives');
    return () => true;
  }
  if (corpora !== 'user') throw errors.invalid('corpora');
  // Without the two flags a search inside a shared drive finds nothing and says nothing.
  return (f) => all || f.driveId === undefined;
}

/** files.list and files.get. */
export function fileHandlers(store: DriveStore, rng: Rng): Handlers {
  const pages = createTokens<string>(rng, 'pageToken');
  return {
    'drive.files.list': (context) => {
      const { query, user } = context;
      if (query.orderBy !== undefined) {
        context.violation('files.list: the fake does not sort');
        throw errors.badRequest();
      }
      const inCorpus = corpus(store, context);
      const search = compileSearch(String(query.q ?? ''), store);
      const limit = Math.min(Number(query.pageSize ?? 100), context.pageCap);
      const { pageToken, ...bound } = query;
      const parameters = JSON.stringify(bound);
      const scope = `files:${user.email}`;
      const after = pageToken === undefined ? '' : pages.read(String(pageToken), scope, parameters);
      const pool =
        search.within === undefined
          ? [...store.files.values()]
          : store.children(search.within === 'root' ? store.rootOf(user.email) : search.within);
      const found = pool
        .filter(
          (f) => f.id > after && inCorpus(f) && store.canSee(user.email, f) && search.test(f, user.email),
        )
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      const items = found.slice(0, limit);
      return {
        body: {
          kind: 'drive#fileList',
          incompleteSearch: context.incomplete,
          ...(found.length > items.length
            ? { nextPageToken: pages.issue(scope, parameters, items.at(-1)?.id ?? '') }
            : {}),
          files: items.map((f) => renderFile(store, f, user.email)),
        },
      };
    },
    'drive.files.get': (context) => {
      const asked = context.params.fileId ?? '';
      const id = asked === 'root' ? store.rootOf(context.user.email) : asked;
      const file = store.files.get(id);
      if (!file || !store.canSee(context.user.email, file)) throw errors.fileNotFound(asked);
      if (file.driveId !== undefined && context.query.supportsAllDrives !== true)
        throw errors.fileNotFound(asked);
      return { body: renderFile(store, file, context.user.email) };
    },
  };
}
