import { Misuse } from '../setup/say.mjs';
import { switchesOf } from './switches.mjs';

/** The app's own switches, as `npm start` and `npm run dev` tell them. */
export const SWITCHES = `  --demo                         a throw-away workspace on sample data
  --user-data-dir=DIR            keeps the workspace in that folder
  --google-endpoint=http://…     another Google, on a loopback address only
  -- SWITCHES                    Chromium's own, such as -- --lang=de`;

const options = {
  demo: { type: 'boolean', default: false },
  'user-data-dir': { type: 'string' },
  'google-endpoint': { type: 'string' },
};

/**
 * What the app is started with. The app takes no notice of a switch that it does not know: after a slip in
 * `--user-data-dir` it would open the person's own workspace, so whatever is unknown is refused here.
 * Answers `{ demo, switches }`; null when `--help` was among them, in which case the usage has been printed.
 */
export function appSwitches(usage, args = process.argv.slice(2)) {
  const border = args.includes('--') ? args.indexOf('--') : args.length;
  const values = switchesOf(usage, options, args.slice(0, border));
  if (!values) return null;
  const { demo, 'user-data-dir': folder, 'google-endpoint': google } = values;
  if (folder === '') throw new Misuse('--user-data-dir needs a folder.', usage);
  if (google !== undefined && !isLoopback(google)) {
    throw new Misuse('--google-endpoint needs a loopback address, such as http://127.0.0.1:8080.', usage);
  }
  const own = [
    demo && '--demo',
    folder && `--user-data-dir=${folder}`,
    google && `--google-endpoint=${google}`,
  ];
  return { demo, switches: [...own.filter(Boolean), ...args.slice(border + 1)] };
}

/** As the app itself asks for (`main/google/endpoints.ts`), which can say so only in a window. */
function isLoopback(address) {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && ['127.0.0.1', '[::1]'].includes(hostname);
}
