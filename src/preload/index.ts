/**
 * Hands the contract to the window, and nothing else. Runs sandboxed, in a world of its own: the window's code sees two
 * functions and never Electron's.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { type Answer, type Bridge, callNames, eventNames } from '../ipc/contract.ts';
import { watchDrops } from './drop.ts';

const calls = new Set<string>(callNames);
const events = new Set<string>(eventNames);

const bridge: Bridge = {
  call: (name, ask) => {
    if (!calls.has(name)) return Promise.reject(new Error(`There is no call ${String(name)}.`));
    return ipcRenderer.invoke(`banxin:${name}`, ask) as Promise<Answer<never>>;
  },
  on: (name, heard) => {
    if (!events.has(name)) throw new Error(`There is no event ${String(name)}.`);
    const listen = (_: unknown, event: unknown): void => heard(event as never);
    ipcRenderer.on(`banxin:${name}`, listen);
    return () => {
      ipcRenderer.removeListener(`banxin:${name}`, listen);
    };
  },
};

watchDrops((dropped) => ipcRenderer.send('banxin:dropped', dropped));
contextBridge.exposeInMainWorld('banxin', bridge);
