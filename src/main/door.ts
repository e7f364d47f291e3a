/**
 * The door in the wall: every message from a window comes in here. It must come from one of our own windows, from our own
 * page, and carry exactly what the contract allows; only then does a handler see it.
 */
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type Answer, type Ask, type CallName, callNames, type Give } from '../ipc/contract.ts';
import { wall } from '../ipc/wall.ts';
import { type Guest, guestOf } from './guest.ts';
import { asRefusal, tell } from './refusal.ts';
import { say } from './words.ts';

export type Handler<K extends CallName> = (ask: Ask<K>, from: Guest) => Give<K> | Promise<Give<K>>;
/** One handler for each call; the compiler names the one that is missing. */
export type Handlers = { readonly [K in CallName]: Handler<K> };

async function answer<K extends CallName>(name: K, handle: Handler<K>, event: IpcMainInvokeEvent, ask: unknown): Promise<Answer<Give<K>>> {
  const guest = guestOf(event);
  const read = wall[name].safeParse(ask);
  if (!guest || !read.success) {
    const why = guest ? read.error?.issues[0]?.path.join('.') : 'sender';
    console.error(`refused at the door: ${name} (${why || 'form'})`);
    return { ok: false, problem: { code: 'refused', message: say().refused, told: false } };
  }
  try {
    return { ok: true, value: await handle(read.data, guest) };
  } catch (error) {
    const refusal = asRefusal(error);
    await tell(guest.window, refusal);
    return { ok: false, problem: { code: refusal.code, message: refusal.message, told: true } };
  }
}

/** Hear every call of the contract. */
export function openDoor(handlers: Handlers): void {
  const hear = <K extends CallName>(name: K): void => {
    ipcMain.handle(`banxin:${name}`, (event, ask: unknown) => answer(name, handlers[name], event, ask));
  };
  for (const name of callNames) hear(name);
}
