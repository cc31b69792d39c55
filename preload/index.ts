import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, callChannel, type Push, pushChannel } from '#shared/ipc/bridge.ts';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  subscribe(listener) {
    const forward = (_event: unknown, push: Push) => listener(push);
    ipcRenderer.on(pushChannel, forward);
    return () => {
      ipcRenderer.removeListener(pushChannel, forward);
    };
  },
};

contextBridge.exposeInMainWorld('api', bridge);
