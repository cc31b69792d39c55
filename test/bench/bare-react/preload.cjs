const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('bare', { ready: () => ipcRenderer.invoke('ready') });
