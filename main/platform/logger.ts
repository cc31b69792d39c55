import { join } from 'node:path';
import log from 'electron-log/node';
import type { Logger } from '../ports/logger.ts';

/** Writes one JSON line an event into `logs/main.log` of the profile folder. */
export function createLogger(folder: string): Logger {
  const logger = log.create({ logId: 'main' });
  logger.transports.console.level = false;
  logger.transports.file.resolvePathFn = () => join(folder, 'logs', 'main.log');
  logger.transports.file.maxSize = 1_000_000;
  logger.transports.file.format = '{iso} {level} {text}';
  const line = (event: string, fields: object = {}) => JSON.stringify({ event, ...fields });
  return {
    info: (event, fields) => logger.info(line(event, fields)),
    warn: (event, fields) => logger.warn(line(event, fields)),
    error: (event, fields) => logger.error(line(event, fields)),
  };
}
