/**
 * In a worker: messages that come before it can hear. Its module waits for HarfBuzz's WebAssembly, and a browser drops what
 * nobody listens to meanwhile; it is kept here, in order. The window is busy drawing itself then, and should not be asked.
 */
export function hearEarly<To>(coming: Promise<{ hear(message: To): void }>): void {
  const early: To[] = [];
  self.onmessage = ({ data }: MessageEvent<To>) => void early.push(data);
  coming.then(
    ({ hear }) => {
      self.onmessage = ({ data }: MessageEvent<To>) => hear(data);
      for (const message of early) hear(message);
    },
    (e: unknown) => {
      // Thrown where the window hears of it: as an error of the worker.
      setTimeout(() => {
        throw e;
      });
    },
  );
}
