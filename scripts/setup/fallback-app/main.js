// Stands in for Electron's own default app, which the fallback binary lacks: runs the app folder
// named by the first argument that is no switch. Development only, never packaged.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const path = require('node:path');

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!given) {
  process.stderr.write('Usage: electron <folder of the app> [switches]\n');
  process.exit(1);
}
const folder = path.resolve(given);
const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setName(manifest.productName || manifest.name);
if (manifest.version) app.setVersion(manifest.version);
app.setDesktopName(manifest.desktopName || `${app.getName()}.desktop`);
app.setAppPath(folder);
require(path.resolve(folder, manifest.main || 'index.js'));
