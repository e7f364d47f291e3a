/** The window's side of the wall: main, as the preload hands it in. */
import type { Bridge } from '../ipc/contract.ts';

declare global {
  interface Window {
    readonly banxin: Bridge;
  }
}

export const bridge: Bridge = window.banxin;
