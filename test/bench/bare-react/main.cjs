// What the start of the app is held against: one window, one React page of 1,000 rows, nothing else.
const { join } = require('node:path');
const { app, BrowserWindow, ipcMain } = require('electron');

const folder = app.commandLine.getSwitchValue('user-data-dir');
if (folder) app.setPath('userData', folder);
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

ipcMain.handle('ready', () => {
  const milliseconds = Math.round(performance.now());
  process.stdout.write(`Bare page ready in ${milliseconds} ms\n`);
});
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { preload: join(__dirname, 'preload.cjs'), sandbox: true, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(__dirname, 'index.html'));
});
