/**
 * A worker that hears nothing before it is ready. Its module waits for HarfBuzz's WebAssembly, and what is sent meanwhile
 * would be lost: it is kept here and sent when the worker says `{ kind: 'ready' }`, its first message.
 */
export interface Begun<To> {
  send(message: To): void;
  end(): void;
}

export function begin<To, From extends { readonly kind: string }>(
  worker: Worker,
  hear: (message: From) => void,
  failed: (why: string) => void,
): Begun<To> {
  let waiting: To[] | null = [];
  worker.onmessage = ({ data }: MessageEvent<From | { readonly kind: 'ready' }>) => {
    if (data.kind !== 'ready') {
      hear(data as From);
      return;
    }
    for (const message of waiting ?? []) worker.postMessage(message);
    waiting = null;
  };
  worker.onerror = (e) => failed(e.message || 'The worker stopped.');
  return {
    send: (message) => (waiting ? void waiting.push(message) : worker.postMessage(message)),
    end: () => worker.terminate(),
  };
}
