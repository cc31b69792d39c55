// The first file that Electron runs; copied beside the bundles as it stands.
const { join } = require('node:path');
const { load } = require('./loader.cjs');

load(join(__dirname, 'app.cjs'));
