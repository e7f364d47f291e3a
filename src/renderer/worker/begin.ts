/**
 * A worker that hears nothing before it is ready. Its module waits for HarfBuzz's WebAssembly, and what is sent meanwhile
 * would be lost: it is kept here and sent when the worker says `{ kind: 'ready' }`, its first message.
 */
export interface Begun<To> {
  /** `hand` is given away with it. */
  send(message: To, hand?: readonly Transferable[]): void;
  end(): void;
}

export function begin<To, From extends { readonly kind: string }>(
  worker: Worker,
  hear: (message: From) => void,
  failed: (why: string) => void,
): Begun<To> {
  let waiting: { readonly message: To; readonly hand: readonly Transferable[] }[] | null = [];
  worker.onmessage = ({ data }: MessageEvent<From | { readonly kind: 'ready' }>) => {
    if (data.kind !== 'ready') {
      hear(data as From);
      return;
    }
    for (const { message, hand } of waiting ?? []) worker.postMessage(message, [...hand]);
    waiting = null;
  };
  worker.onerror = (e) => failed(e.message || 'The worker stopped.');
  return {
    send: (message, hand = []) => (waiting ? void waiting.push({ message, hand }) : worker.postMessage(message, [...hand])),
    end: () => worker.terminate(),
  };
}
