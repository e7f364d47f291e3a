/**
 * banxin://app: the window's own files, the faces, the pictures and what ships in resources/, under one origin. Nothing
 * else on the disk can be named here: each kind is looked up in its own folder, and a path that leaves it is not found.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { SCHEME } from '../ipc/address.ts';
import { ownPath } from '../node/home.ts';
import { screenPicture } from './screen-picture.ts';

/** To be called before the app is ready. A standard, secure origin: module workers, fetch, WebAssembly streaming. */
export function announceScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true } },
  ]);
}

/** 'self', and the one word that WebAssembly needs. */
export const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

const respond = (body: Uint8Array<ArrayBuffer>, type: string): Response =>
  new Response(body, {
    headers: { 'content-type': type, 'content-security-policy': CONTENT_POLICY, 'x-content-type-options': 'nosniff' },
  });

const missing = (): Response => new Response(null, { status: 404 });

/** A file below `folder`; not found where the path leads out of it. */
async function below(folder: string, path: string): Promise<Response> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return missing();
  return respond(new Uint8Array(await readFile(file)), types[extname(file)] ?? 'application/octet-stream');
}

async function serve(url: URL): Promise<Response> {
  const path = decodeURIComponent(url.pathname);
  const [, kind, name = ''] = path.split('/');
  if (kind === 'font') return /^[\w-]+(?:\.common)?$/u.test(name) ? below(ownPath('out', 'fonts'), `${name}.ttf`) : missing();
  if (kind === 'resource') return below(ownPath('resources'), path.slice('/resource/'.length));
  if (kind === 'picture') {
    const pixels = /^[0-9a-f]{64}$/u.test(name) ? await screenPicture(name, Number(url.searchParams.get('w'))) : null;
    return pixels ? respond(pixels.bytes, pixels.type) : missing();
  }
  return below(ownPath('out', 'renderer'), path === '/' ? 'index.html' : path);
}

export function serveOrigin(): void {
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'app' || request.method !== 'GET') return missing();
    try {
      return await serve(url);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') console.error(`${request.url}: ${String(error)}`);
      return missing();
    }
  });
}

/** Banxin works offline: nothing but its own origin is ever fetched for a page. */
export const isOwn = (url: string): boolean => url.startsWith(`${SCHEME}://app/`);
