/** A worker that the window talks to: messages of one kind there, of another back. */
export interface Begun<To> {
  /** `hand` is given away with it. */
  send(message: To, hand?: readonly Transferable[]): void;
  end(): void;
}

export function begin<To, From>(worker: Worker, hear: (message: From) => void, failed: (why: string) => void): Begun<To> {
  worker.onmessage = ({ data }: MessageEvent<From>) => hear(data);
  worker.onerror = (e) => failed(e.message || 'The worker stopped.');
  return {
    send: (message, hand = []) => worker.postMessage(message, [...hand]),
    end: () => worker.terminate(),
  };
}
